import type { AssayError, TestCase } from '@assay/contracts'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'
import { parseTestSet } from '../format/parse-test-set.ts'
import { importRecord } from './convert-record.ts'
import { hubCsvFormat, plainCsvFormat } from './csv-formats.ts'
import { parseCsvRows } from '../../csv/csv-rows.ts'
import type { ExchangeFormatId, ForeignRecord, ImportTools, RecordFormat } from './exchange-format.ts'
import { hubJsonFormat } from './hub-json-format.ts'
import { isRecord } from './keep-original.ts'
import { ragetFormat } from './raget-format.ts'

/** Reads a test set in another format. Fails with ASSAY-3002 or 3006 at the first record that is no case or repeats an id. */
export function importTestSet(
  text: string,
  format: ExchangeFormatId,
  file: string,
  tools: ImportTools,
): Result<readonly TestCase[]> {
  switch (format) {
    case 'jsonl':
      return parseTestSet(text, file)
    case 'raget':
      return importAll(readJsonLines(text, file), ragetFormat, tools)
    case 'hub-json':
      return importAll(readHubJson(text, file), hubJsonFormat, tools)
    case 'hub-csv':
      return importAll(readCsv(text, file), hubCsvFormat, tools)
    case 'csv':
      return importAll(readCsv(text, file), plainCsvFormat, tools)
  }
}

interface Placed {
  readonly where: string
  readonly record: ForeignRecord
}

function importAll(
  records: Result<readonly Placed[]>,
  format: RecordFormat,
  tools: ImportTools,
): Result<readonly TestCase[]> {
  if (!records.ok) return records
  const cases: TestCase[] = []
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
    cases.push(imported.value)
  }
  return ok(cases)
}

function readJsonLines(text: string, file: string): Result<readonly Placed[]> {
  const records: Placed[] = []
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
function readHubJson(text: string, file: string): Result<readonly Placed[]> {
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

function readCsv(text: string, file: string): Result<readonly Placed[]> {
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
