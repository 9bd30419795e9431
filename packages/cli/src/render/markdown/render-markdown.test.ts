import { buildReport } from '@assay/testkit'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { escapeMarkdown } from './escape-markdown.ts'
import { renderMarkdown, renderMarkdownComparison } from './render-markdown.ts'

const { summary, cases, comparison } = buildReport()
const text = renderMarkdown(summary, { cases, comparison, report: 'report.html' })

it('says the finding first, then gates, the comparison and where it fails', () => {
  const order = [
    '### Is the demo assistant ready?',
    '**Not yet. It answers everything it should decline and cannot follow up.**',
    '| correctness ≥ 80 % | **failed** | 54 % |',
    '**Against demo: worse by 21 points (8–34, 40 pairs)**',
    '| out-of-scope | 0 % (0–19, n = 16) | it answers anyway |',
    'Read these 3 first',
    'How sure: fixed rules; wrong on 4 % of labelled answers (2–7).',
  ]
  const positions = order.map((part) => text.indexOf(part))
  expect(positions).not.toContain(-1)
  expect(positions).toEqual([...positions].sort((a, b) => a - b))
})

it('keeps every table rectangular', () => {
  const tables = text.split('\n\n').filter((block) => block.startsWith('|'))
  expect(tables.length).toBeGreaterThan(4)
  for (const table of tables) {
    const widths = table.split('\n').map((line) => line.replaceAll('\\|', '').split('|').length)
    expect(new Set(widths).size).toBe(1)
  }
})

it('names what else differs between the runs', () => {
  expect(renderMarkdownComparison(comparison)).toContain('judge (rules 1 → rules 2)')
})

it('stays small with 2,000 cases', () => {
  const big = buildReport({ size: 2000 })
  expect(renderMarkdown(big.summary, big).length).toBeLessThan(20_000)
})

it('turns hostile text into plain text', () => {
  expect(escapeMarkdown('<img src=x>\n![x](http://evil.example) @everyone | `a`')).toBe(
    String.raw`&lt;img src=x\> !\[x\](http:<!-- -->//evil.example) @<!-- -->everyone \| \`a\``,
  )
  fc.assert(
    fc.property(fc.string(), (said) => {
      const escaped = escapeMarkdown(said).replaceAll('<!-- -->', '')
      expect(escaped).not.toMatch(/<|\n|(?<!\\)(?:\\\\)*[|[\]`]/)
    }),
  )
})
