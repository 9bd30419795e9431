import type { TestCase } from '@assay/contracts'
import { toCsvLine } from '@assay/core/csv'
import { csvColumns, csvExtrasColumn, exportCsvRecord } from '@assay/core/testsets'
import { formatTestSet } from '@assay/core/testsets/format'
import { listOriginalKeys, readCasePage, type CasesOf, type ControlDatabase } from '@assay/storage/postgres'
import { writeXlsx } from '../xlsx/write-xlsx.ts'
import { guardCell } from './formula-guard.ts'

export type CaseFormat = 'jsonl' | 'csv' | 'xlsx'

type VersionOf = CasesOf & { readonly version: number }

export const mediaTypeOf: Readonly<Record<CaseFormat, string>> = {
  jsonl: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** All cases of a version as a file, read while it is written. Imported again it gives the same cases. */
export function exportCases(
  control: ControlDatabase,
  of: VersionOf,
  format: CaseFormat,
): AsyncIterable<string | Uint8Array> {
  switch (format) {
    case 'jsonl':
      return toJsonLines(control, of)
    case 'csv':
      return toCsv(control, of)
    case 'xlsx':
      return writeXlsx('Cases', toRows(control, of))
  }
}

const pageSize = 500

async function* readPages(
  control: ControlDatabase,
  of: VersionOf,
): AsyncGenerator<readonly TestCase[], undefined> {
  for (let after = 0; ;) {
    const page = await readCasePage(control, { ...of, after, limit: pageSize })
    const last = page.at(-1)
    if (last === undefined) return
    yield page.map(({ testCase }) => testCase)
    if (page.length < pageSize) return
    after = last.position
  }
}

async function* toJsonLines(control: ControlDatabase, of: VersionOf): AsyncGenerator<string, undefined> {
  for await (const page of readPages(control, of)) yield formatTestSet(page)
}

async function* toCsv(control: ControlDatabase, of: VersionOf): AsyncGenerator<string, undefined> {
  for await (const cells of toRows(control, of)) yield toCsvLine(cells)
}

/** The columns, then a row a case, guarded against what spreadsheets run. */
async function* toRows(
  control: ControlDatabase,
  of: VersionOf,
): AsyncGenerator<readonly string[], undefined> {
  const own: readonly string[] = [...csvColumns, csvExtrasColumn]
  const kept = (await listOriginalKeys(control, of, 'import:csv')).filter((key) => !own.includes(key))
  const columns = [...csvColumns, ...kept, csvExtrasColumn]
  yield columns.map(guardCell)
  for await (const page of readPages(control, of))
    for (const testCase of page) {
      const record = exportCsvRecord(testCase)
      yield columns.map((column) => toCell(record[column]))
    }
}

function toCell(value: unknown): string {
  if (value === undefined || value === null) return ''
  return guardCell(typeof value === 'string' ? value : JSON.stringify(value))
}
