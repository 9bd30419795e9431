import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runScript } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'assay-testset-'))
const read = (file: string): string => readFileSync(join(folder, file), 'utf8')

const assay = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runScript(main, args, { cwd: folder, env })

beforeAll(() => {
  cpSync(
    fileURLToPath(new URL('../../../../examples/demo-assistant/docs', import.meta.url)),
    join(folder, 'docs'),
    { recursive: true },
  )
  expect(assay(['kb', 'add', 'docs']).code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a set is generated, reviewed by sheet, edited, exchanged and never overwritten silently', () => {
  const topics = assay(['kb', 'topics'])
  expect(topics.out).toMatch(/\d+ topics by words/)
  expect(topics.out).toMatch(/unassigned: \d+ of \d+ chunks/)

  const generated = assay(['testset', 'generate', '--questions', '16', '--name', 'first'])
  expect(generated).toMatchObject({ code: 0 })
  expect(generated.out).toContain('16 questions in testset.jsonl')
  const made = read('testset.jsonl')
  expect(assay(['testset', 'generate', '--questions', '16', '--name', 'first']).code).toBe(0)
  expect(read('testset.jsonl')).toBe(made)
  expect(assay(['testset', 'generate', '--questions', '12', '--name', 'first']).error).toContain('ASSAY-6004')

  expect(assay(['testset', 'review', '--export', 'sheet.md']).code).toBe(0)
  writeFileSync(join(folder, 'sheet.md'), read('sheet.md').replace('- decision: ', '- decision: accept'))
  expect(assay(['testset', 'review', '--apply', 'sheet.md', '--by', 'ann']).out).toContain(
    '1 accepted, 0 edited, 0 rejected by ann',
  )
  expect(assay(['testset', 'review']).error).toContain('There is no terminal')

  const refused = assay(['testset', 'generate'])
  expect(refused).toMatchObject({ code: 2 })
  expect(refused.error).toContain('ASSAY-3009')
  expect(assay(['testset', 'generate', '--questions', '16', '--merge']).out).toContain(
    '1 reviewed or written by people',
  )

  const [firstLine = ''] = read('testset.jsonl').split('\n')
  const id = /"id":"([^"]+)"/.exec(firstLine)?.[1] ?? ''
  expect(assay(['testset', 'edit', '--case', id, '--set', 'tags=numbers']).code).toBe(0)
  expect(assay(['testset', 'edit', '--case', id], { VISUAL: 'sed -i.bak s/numbers/edited/' }).code).toBe(0)
  expect(JSON.parse(assay(['testset', 'show', '--case', id, '--json']).out)).toMatchObject({
    tags: ['edited'],
  })
  expect(assay(['testset', 'validate']).code).toBe(0)

  for (const format of ['raget', 'hub-json', 'hub-csv', 'csv', 'jsonl']) {
    expect(assay(['testset', 'export', '--format', format, '--out', `copy.${format}`]).code).toBe(0)
    expect(assay(['testset', 'import', `copy.${format}`, '--out', `back-${format}.jsonl`]).code).toBe(0)
    expect(read(`back-${format}.jsonl`)).toBe(read('testset.jsonl'))
  }
})

test('a changed document makes its questions stale', () => {
  const quote = /"quote":"((?:[^"\\]|\\.)*\d(?:[^"\\]|\\.)*)"/.exec(read('testset.jsonl'))?.[1] ?? ''
  const docs = join(folder, 'docs')
  const asked = readdirSync(docs).find((name) =>
    readFileSync(join(docs, name), 'utf8').includes(JSON.parse(`"${quote}"`)),
  )
  const file = join(docs, asked ?? 'none')
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/\d/g, '7'))
  expect(assay(['kb', 'sync']).out).toContain('1 changed')
  expect(assay(['testset', 'show', '--stale']).out).toMatch(/\d+ of \d+ cases went stale/)
  expect(assay(['testset', 'validate']).code).toBe(1)
})

test('what was asked for and cannot be had is refused by name, and leaves no run and no file', () => {
  const generate = (...args: readonly string[]) =>
    assay(['testset', 'generate', '--out', 'none.jsonl', '--name', 'none', ...args])
  expect(generate('--languages', 'de')).toMatchObject({
    code: 2,
    error: expect.stringContaining('works for English only; asked for: de'),
  })
  expect(generate('--sources', 'limit.md').error).toContain('did you mean limits.md?')
  expect(generate('--topics', 'x').error).toContain('No topic is called x')
  expect(readdirSync(folder)).not.toContain('none.jsonl')
  expect(readdirSync(join(folder, '.assay/runs'))).not.toContain('none')
})

test('an export to - goes to standard output; a folder is for RAGET alone', () => {
  const plain = assay(['testset', 'export', '--format', 'raget'])
  expect(assay(['testset', 'export', '--format', 'raget', '--out', '-'])).toEqual(plain)
  expect(JSON.parse(plain.out.split('\n')[0] ?? '')).toHaveProperty('question')
  expect(readdirSync(folder)).not.toContain('-')
  for (const [format, out] of [
    ['csv', 'sheets/'],
    ['raget', '-/'],
  ] as const)
    expect(assay(['testset', 'export', '--format', format, '--out', out])).toMatchObject({
      code: 2,
      error: expect.stringContaining('ASSAY-1001'),
    })
  expect(assay(['testset', 'export', '--format', 'raget', '--out', 'raget/']).code).toBe(0)
  expect(readdirSync(join(folder, 'raget'))).toEqual(['testset.jsonl'])
})

test('chunks too small to ask about are refused, and another size is told', () => {
  const add = (size: string) => assay(['kb', 'add', 'docs', '--name', 'sizes', '--max-tokens', size])
  expect(add('0')).toMatchObject({ code: 2, error: expect.stringContaining('32 or more') })
  expect(add('400').out).toContain('documents: 23 added')
  expect(add('100').out).toMatch(/chunks: \d+ added, \d+ removed\n {2}cut anew: chunks of at most 100 tokens/)
})
