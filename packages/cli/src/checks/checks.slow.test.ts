import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand, runScript } from '@assay/testkit'
import { afterAll, expect, it, test } from 'vitest'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'assay-checks-'))
afterAll(() => rmSync(folder, { recursive: true }))

const assay = (args: readonly string[], input = '') => runScript(main, args, { cwd: folder, input })

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
  expect(assay([...args, '--skip-bad-rows'])).toMatchObject({
    code: 0,
    error: expect.stringContaining('1 passed, 1 failed, 1 not applicable; 1 row left out'),
  })
  expect(readFileSync(join(folder, 'out.jsonl'), 'utf8').trim().split('\n')).toHaveLength(3)
})

test('rows that are no case say why, and none at all is an error', () => {
  const contains = ['check', 'run', 'contains', '--param', 'phrases=7']
  const bad = '"text"\n{"contexts":[3]}\n{"answer":5}\n'
  const { code, error } = assay([...contains, '--skip-bad-rows'], bad)
  expect(error).toContain('left out: standard input, line 1: no JSON object\n')
  expect(error).toContain('left out: standard input, line 2, contexts.0: no form this key may have\n')
  expect(error).toContain('left out: standard input, line 3, answer: expected string, received number\n')
  expect(error).toContain('ASSAY-7012  There is no case to check: none of 3 rows could be read')
  expect(code).toBe(2)
  expect(assay(contains, '\n')).toMatchObject({
    code: 2,
    error: expect.stringContaining('ASSAY-7012  There is no case to check\n'),
  })
})

test('a check that breaks in every case is an error, with its rows written', () => {
  writeFileSync(join(folder, 'own.ts'), 'export function judge() { throw new Error("no") }\n')
  const broken = ['check', 'run', 'function', '--param', 'function=own.ts:judge']
  const { code, out, error } = assay(broken, lines)
  expect(out.trim().split('\n')).toHaveLength(3)
  expect(error).toContain('3 broke')
  expect(error).toMatch(/ASSAY-7013[^]*it broke in 3 cases; none was judged/)
  expect(code).toBe(2)
})

it.each([
  ['ASSAY-7015', ['check', 'run', 'contains', '--param', 'phrases=7', '--on', '$.foo[']],
  ['ASSAY-7011', ['check', 'run', 'bleu', '--not']],
  ['contains.phrases is required: text or a list', ['check', 'run', 'contains']],
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

test.each(['SIGINT', 'SIGTERM'] as const)(
  'texts of 1 MB are left at %s, and no half-written file',
  async (signal) => {
    const answer = 'The tower of Ada Berg is high, write to ada@example.org about plan 7. '.repeat(15_000)
    const cases = Array.from({ length: 12 }, (_, index) => JSON.stringify({ id: `c${index}`, answer }))
    writeFileSync(join(folder, 'long.jsonl'), cases.join('\n'))
    const args = [main, 'check', 'run', 'pii', '--in', 'long.jsonl', '--out', 'long-verdicts.jsonl']
    const started = performance.now()
    const stopped = await runCommand(process.execPath, args, { cwd: folder, kill: { afterMs: 5000, signal } })
    expect(stopped).toMatchObject({ code: 130, stdout: '' })
    expect(stopped.stderr).toContain('ASSAY-6006')
    expect(performance.now() - started).toBeLessThan(12_000)
    expect(existsSync(join(folder, 'long-verdicts.jsonl'))).toBe(false)
  },
)
