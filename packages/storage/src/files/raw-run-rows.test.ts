import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RawRow, RowCursor } from '@assay/core'
import { readRawRunRows } from './raw-run-rows.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'assay-raw-'))
const all = { rows: 1000, bytes: 1e9 }

async function readAll(cursor: RowCursor, most = all): Promise<readonly (readonly RawRow[])[]> {
  await cursor.mark()
  const batches: (readonly RawRow[])[] = []
  for (let rows = await cursor.next(most); rows.length > 0; rows = await cursor.next(most)) batches.push(rows)
  return batches
}

test('rows come back as the line says them: keys in their order, keys no schema knows, hard characters', async () => {
  const folder = newFolder()
  const lines = [
    JSON.stringify({ unit: 'b', zeta: 1, alpha: { 10: 'x', 2: 'y', a: null }, text: '\ud800 \u2028 ü "' }),
    '{"caseId":"é","n":1e-7,"list":[[],{}],"__proto__":{"x":1}}',
  ]
  writeFileSync(join(folder, 'attempts.jsonl'), `${lines.join('\n')}\n`)
  const [rows = []] = await readAll(await readRawRunRows(folder).cursor('attempts', 0))
  expect(rows.map((row) => `${JSON.stringify(row)}\n`).join('')).toBe(
    readFileSync(join(folder, 'attempts.jsonl'), 'utf8'),
  )
})

test('a cursor begins at its line and reads on where the table grew, whole lines before its mark alone', async () => {
  const folder = newFolder()
  const path = join(folder, 'units.jsonl')
  const raw = readRawRunRows(folder)
  const early = await raw.cursor('units', 0)
  expect(await readAll(early)).toEqual([])
  writeFileSync(path, '{"key":"a"}\n{"key":"b"}\n{"key":')
  const cursor = await raw.cursor('units', 1)
  expect(await cursor.next(all)).toEqual([])
  expect(await readAll(cursor)).toEqual([[{ key: 'b' }]])
  appendFileSync(path, '"c"}\n')
  expect(await cursor.next(all)).toEqual([])
  expect(await readAll(cursor)).toEqual([[{ key: 'c' }]])
  expect(await readAll(early)).toEqual([[{ key: 'a' }, { key: 'b' }, { key: 'c' }]])
  expect(await raw.count('units')).toBe(3)
  expect(await raw.count('calls')).toBe(0)
})

test('batches hold no more rows and text than asked for, and a row that is longer comes alone', async () => {
  const folder = newFolder()
  const long = 'x'.repeat(600_000)
  const rows = ['a', 'b', long, 'c', 'd', 'e'].map((key) => ({ key }))
  writeFileSync(join(folder, 'units.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  const batches = await readAll(await readRawRunRows(folder).cursor('units', 0), { rows: 2, bytes: 1000 })
  expect(batches.map((batch) => batch.map(({ key }) => String(key).slice(0, 1)).join(''))).toEqual([
    'ab',
    'x',
    'cd',
    'e',
  ])
  expect(batches.flat()).toEqual(rows)
})

test('a damaged line is named', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'units.jsonl'), '{"key":"a"}\nnull\n')
  const cursor = await readRawRunRows(folder).cursor('units', 0)
  await cursor.mark()
  await expect(cursor.next(all)).rejects.toThrow()
  await expect(cursor.next(all)).rejects.toMatchObject({
    error: { code: 'ASSAY-6001', where: `${join(folder, 'units.jsonl')}, line 2` },
  })
})
