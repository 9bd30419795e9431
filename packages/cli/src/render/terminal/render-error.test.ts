import type { AssayError } from '@assay/contracts'
import { expect, it } from 'vitest'
import { renderError } from './render-error.ts'

const error: AssayError = {
  code: 'ASSAY-2107',
  message: 'The knowledge base file could not be read as JSON Lines',
  where: 'docs/kb.jsonl, line 214: unexpected end of input',
  so: '213 documents were read before it; nothing was stored',
  fix: 'mend the line, or add --skip-bad-rows to go on without it',
  detail: 'SyntaxError: Unexpected end of JSON input\n    at parse',
}

it('says code and what, where, what it means, and what to do', () => {
  expect(renderError(error)).toBe(
    [
      'ASSAY-2107  The knowledge base file could not be read as JSON Lines',
      '  where     docs/kb.jsonl, line 214: unexpected end of input',
      '  so        213 documents were read before it; nothing was stored',
      '  fix       mend the line, or add --skip-bad-rows to go on without it',
    ].join('\n'),
  )
})

it('shows the raw text behind it only when asked', () => {
  expect(renderError(error)).not.toContain('SyntaxError')
  expect(renderError(error, { verbose: true })).toContain('  SyntaxError: Unexpected end of JSON input')
})

it('leaves out the parts it does not have and breaks long ones', () => {
  const short: AssayError = { code: 'ASSAY-1001', message: 'Unclear', fix: 'a '.repeat(60) }
  const lines = renderError(short, { width: 60 }).split('\n')
  expect(lines.length).toBeGreaterThan(2)
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60)
  expect(lines.join('')).not.toContain('where')
})
