import type { AssayError, TestCase } from '@assay/contracts'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'
import { createTestSetReader } from '../format/parse-test-set.ts'
import { importRecord } from './convert-record.ts'
import { hubCsvFormat, plainCsvFormat } from './csv-formats.ts'
import { parseCsvRows } from '../../csv/csv-rows.ts'
import type { ExchangeFormatId, ForeignRecord, ImportTools, RecordFormat } from './exchange-format.ts'
import { hubJsonFormat } from './hub-json-format.ts'
import { isRecord } from './keep-original.ts'
import { ragetFormat } from './raget-format.ts'

/** A record of a file, and which it is: "cases.csv, line 3". */
export interface PlacedRecord {
  readonly where: string
  readonly record: ForeignRecord
}

export interface PlacedTestCase {
  readonly where: string
  readonly testCase: TestCase
}

/** Reads a test set in another format. Fails with ASSAY-3002 or 3006 at the first record that is no case or repeats an id. */
export function importTestSet(
  text: string,
  format: ExchangeFormatId,
  file: string,
  tools: ImportTools,
): Result<readonly TestCase[]> {
  const placed = importPlacedCases(text, format, file, tools)
  return placed.ok ? ok(placed.value.map(({ testCase }) => testCase)) : placed
}

/** The same, each case with its place in the file. */
export function importPlacedCases(
  text: string,
  format: ExchangeFormatId,
  file: string,
  tools: ImportTools,
): Result<readonly PlacedTestCase[]> {
  switch (format) {
    case 'jsonl':
      return readOwnLines(text, file)
    case 'raget':
      return importAll(readJsonLines(text, file), ragetFormat, tools)
    case 'hub-json':
      return importAll(readHubJson(text, file), hubJsonFormat, tools)
    case 'hub-csv':
    case 'csv':
      return importAll(readCsv(text, file), tableFormats[format], tools)
  }
}

const tableFormats = { 'hub-csv': hubCsvFormat, csv: plainCsvFormat } as const

/** Rows of a table that is no text, as a spreadsheet's. */
export const importRows = (
  rows: readonly PlacedRecord[],
  format: keyof typeof tableFormats,
  tools: ImportTools,
): Result<readonly PlacedTestCase[]> => importAll(ok(rows), tableFormats[format], tools)

function readOwnLines(text: string, file: string): Result<readonly PlacedTestCase[]> {
  const read = createTestSetReader(file)
  const cases: PlacedTestCase[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const parsed = read(line)
    if (!parsed.ok) return parsed
    if (parsed.value !== null) cases.push({ where: `${file}, line ${index + 1}`, testCase: parsed.value })
  }
  return ok(cases)
}

function importAll(
  records: Result<readonly PlacedRecord[]>,
  format: RecordFormat,
  tools: ImportTools,
): Result<readonly PlacedTestCase[]> {
  if (!records.ok) return records
  const cases: PlacedTestCase[] = []
  const places = new Map<string, string>()
  for (const { where, record } of records.value) {
    const imported = importRecord(format, record, tools)
    if (!imported.ok) return fail({ ...imported.error, where })
    const { id } = imported.value
    const earlier = places.get(id)
    if (earlier !== undefined)
      return fail(
        createError('ASSAY-3006', { where, message: `The id "${id}" stands at ${earlier} already` }),
      )
    places.set(id, where)
    cases.push({ where, testCase: imported.value })
  }
  return ok(cases)
}

function readJsonLines(text: string, file: string): Result<readonly PlacedRecord[]> {
  const records: PlacedRecord[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const where = `${file}, line ${index + 1}`
    const record = parseJson(line)
    if (!isRecord(record)) return fail(notJson(where, 'The line is no JSON object'))
    records.push({ where, record })
  }
  return ok(records)
}

/** A list of test cases, or an object that holds one list, such as a whole dataset. */
function readHubJson(text: string, file: string): Result<readonly PlacedRecord[]> {
  const value = parseJson(text)
  const lists = isRecord(value)
    ? Object.values(value).filter((each) => Array.isArray(each) && each.every(isCase))
    : []
  const list: unknown = Array.isArray(value)
    ? value
    : lists.find((each) => Array.isArray(each) && each.length > 0)
  if (!Array.isArray(list)) return fail(notJson(file, 'The file holds no list of test cases'))
  const records = list.map((record: unknown, index) => ({ where: `${file}, test case ${index + 1}`, record }))
  const bad = records.find(({ record }) => !isRecord(record))
  if (bad !== undefined) return fail(notJson(bad.where, 'The test case is no JSON object'))
  return ok(records.flatMap(({ where, record }) => (isRecord(record) ? [{ where, record }] : [])))
}

const isCase = (value: unknown): boolean => isRecord(value) && Array.isArray(value['messages'])

function readCsv(text: string, file: string): Result<readonly PlacedRecord[]> {
  const rows = parseCsvRows(text, file)
  return rows.ok
    ? ok(rows.value.map(({ line, record }) => ({ where: `${file}, line ${line}`, record })))
    : rows
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const notJson = (where: string, message: string): AssayError => createError('ASSAY-3002', { where, message })
