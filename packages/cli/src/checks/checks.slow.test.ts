import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it, test } from 'vitest'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'assay-checks-'))
afterAll(() => rmSync(folder, { recursive: true }))

function assay(args: readonly string[], input = '') {
  const done = spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: 'utf8', input })
  return { code: done.status, out: done.stdout, error: done.stderr }
}

const rows = [{ id: 'a', answer: 'The limit is 7 MiB.' }, { id: 'b', answer: 'There is none.' }, { id: 'c' }]
const lines = rows.map((row) => JSON.stringify(row)).join('\n')

test('rows in, verdicts out, in their order, from standard input to standard output', () => {
  const { code, out, error } = assay(['check', 'run', 'contains', '--param', 'phrases=7'], lines)
  const verdicts: unknown[] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(verdicts).toMatchObject([
    { id: 'a', outcome: 'pass', score: 1, error: null },
    { id: 'b', outcome: 'fail', reason: 'missing: "7"' },
    { id: 'c', outcome: 'not-applicable', score: null },
  ])
  expect(error).toContain('1 passed, 1 failed, 1 not applicable')
  expect(code).toBe(0)
})

test('a bad row names its line, and leaves no half-written file', () => {
  writeFileSync(join(folder, 'cases.jsonl'), `${lines}\n{"id":\n`)
  const args = [
    'check',
    'run',
    'contains',
    '--param',
    'phrases=7',
    '--in',
    'cases.jsonl',
    '--out',
    'out.jsonl',
  ]
  expect(assay(args)).toMatchObject({ code: 2, error: expect.stringContaining('cases.jsonl, line 4') })
  expect(existsSync(join(folder, 'out.jsonl'))).toBe(false)
  expect(existsSync(join(folder, 'out.jsonl.part'))).toBe(false)
  expect(assay([...args, '--skip-bad-rows'])).toMatchObject({ code: 0 })
  expect(readFileSync(join(folder, 'out.jsonl'), 'utf8').trim().split('\n')).toHaveLength(3)
})

it.each([
  ['ASSAY-7010', ['check', 'run', 'contians']],
  ['did you mean phrases?', ['check', 'run', 'contains', '--param', 'phrasez=7']],
  ['ASSAY-7011', ['check', 'run', 'contains', '--param', 'phrases=7', '--corpus']],
  ['ASSAY-1006', ['check', 'run', 'contains', '--param', 'phrases=7', '--in', 'nowhere.jsonl']],
  ['ASSAY-7010', ['check', 'explain', 'contians']],
])('says %s: assay %j', (said, args) => {
  expect(assay(args, lines)).toMatchObject({ code: 2, error: expect.stringContaining(said) })
})

test('list names every check, explain tells parameters and an example', () => {
  expect(assay(['check', 'list']).out).toMatch(/^contains +text/m)
  const { out } = assay(['check', 'explain', 'contains'])
  expect(out).toContain('ignoreCase (true or false, default false)')
  expect(out).toContain('assay check run contains')
})
