import { buildTestCase } from '@assay/testkit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TestCase } from '@assay/contracts'
import { csvColumns, csvExtrasColumn, exportCsvRecord } from './export-csv-record.ts'
import { importRows } from './import-test-set.ts'

const tools = { hash: () => 'hash', detectLanguage: () => 'de' }

/** As a file holds it: every cell is text, empty ones are absent. */
const toCells = (record: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(record).map(([column, value]) => [
      column,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )

test('a row read again is the same case, whatever it holds', () => {
  const text = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(
      fc.record({
        id: fc.string({ minLength: 1 }),
        question: fc.string({ minLength: 1 }),
        referenceAnswer: text,
        tags: fc.array(text),
        language: text,
        topic: fc.option(text),
        clusterKey: text,
        original: fc.option(
          fc.dictionary(fc.constantFrom('owner', 'department'), fc.string({ minLength: 1 })),
        ),
      }),
      ({ original, ...parts }) => {
        const testCase: TestCase = buildTestCase({
          ...parts,
          provenance:
            original === null
              ? { generator: 'person' }
              : { generator: 'import:csv', original: { ...original } },
        })
        const record = exportCsvRecord(testCase)
        const imported = importRows([{ where: 'row 2', record: toCells(record) }], 'csv', tools)
        expect(imported).toEqual({ ok: true, value: [{ where: 'row 2', testCase }] })
      },
    ),
  )
})

test('a plain case needs no column beside those that people edit', () => {
  const testCase = buildTestCase({
    topic: 'limits',
    tags: ['a', 'b'],
    provenance: { generator: 'import:csv' },
  })
  const columns: readonly string[] = csvColumns
  expect(Object.keys(exportCsvRecord(testCase)).every((column) => columns.includes(column))).toBe(true)
  expect(Object.keys(exportCsvRecord({ ...testCase, clusterKey: 'x' })).at(-1)).toBe(csvExtrasColumn)
})
