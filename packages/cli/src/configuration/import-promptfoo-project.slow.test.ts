import { createServer } from 'node:http'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'assay-promptfoo-'))
const assay = (...args: readonly string[]) => runCommand(process.execPath, [main, ...args], { cwd: folder })

const server = createServer((request, response) => {
  let body = ''
  request.on('data', (part) => (body += String(part)))
  request.on('end', () => {
    const output = body.includes('France') ? 'Paris is the capital.' : 'I cannot help with that.'
    response.end(JSON.stringify({ output }))
  })
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

test('a promptfoo configuration is taken over and runs, with the same assertions passing and failing', async () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  writeFileSync(
    join(folder, 'promptfooconfig.yaml'),
    `prompts: ['Answer briefly: {{question}}']
providers:
  - id: http://127.0.0.1:${port}/ask
    label: capitals
    config: { method: POST, body: { prompt: '{{prompt}}' }, transformResponse: json.output }
tests:
  - vars: { question: 'Capital of France?', answer: Paris }
    assert:
      - { type: icontains, value: '{{answer}}' }
      - { type: javascript, value: 'output.length < 40 && context.vars.answer === "Paris"' }
      - { type: not-is-refusal }
  - vars: { question: 'Capital of Spain?' }
    assert: [{ type: contains, value: Madrid }, { type: levenshtein, value: Madrid }]
`,
  )
  const taken = await assay('init', '--from-promptfoo', 'promptfooconfig.yaml')
  expect(taken).toMatchObject({ code: 0 })
  expect(taken.stdout).toContain('2 cases with 4 checks')
  expect(taken.stdout).toContain('not taken  tests[1].assert[1]: levenshtein')
  const run = await assay('eval', 'run', '--name', 'taken')
  expect(run.stdout).toMatch(/1 of 2 passed/)
  expect(run.stdout).toContain('contains 1 of 2 failed')
  const again = await assay('init', '--from-promptfoo', 'promptfooconfig.yaml')
  expect(again).toMatchObject({ code: 2 })
  expect(again.stderr).toContain('--force')
  expect(existsSync(join(folder, 'promptfoo-functions.mjs'))).toBe(true)

  writeFileSync(
    join(folder, 'graded.yaml'),
    `prompts: ['{{question}}']
providers: ['http://127.0.0.1:${port}/ask']
tests: [{ vars: { question: 'Capital of Spain?' }, assert: [{ type: llm-rubric, value: is polite }] }]
`,
  )
  expect(await assay('init', '--force', '--from-promptfoo', 'graded.yaml')).toMatchObject({ code: 0 })
  const refused = await assay('eval', 'run', '--name', 'graded')
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('ASSAY-7014') })
  expect(existsSync(join(folder, '.assay/runs/graded'))).toBe(false)
})
