import { createHash } from 'node:crypto'
import { createError, fail, ok, type Result } from '@assay/core'
import { parseCsvRows } from '@assay/core/csv'
import { detectLanguage } from '@assay/core/languages'
import {
  detectFormat,
  importPlacedCases,
  importRows,
  type PlacedRecord,
  type PlacedTestCase,
} from '@assay/core/testsets'
import { readXlsx } from '../xlsx/read-xlsx.ts'
import { isCutCell } from '../xlsx/write-xlsx.ts'
import { findCaseFaults } from './find-case-faults.ts'
import { unguardCell } from './formula-guard.ts'

export interface ImportFile {
  readonly name: string
  /** Its text, or the base64 of its bytes. */
  readonly text: string
  readonly encoding: 'text' | 'base64'
}

export interface ReadImport {
  /** `jsonl`, `raget`, `hub-json`, `hub-csv`, `csv`, `xlsx`. */
  readonly format: string
  readonly cases: readonly PlacedTestCase[]
}

const tools = {
  hash: (text: string): string => createHash('sha256').update(text).digest('hex'),
  detectLanguage,
}

/**
 * Every case of a file in any format the command line knows, or of a spreadsheet. The first fault stops all and names its line
 * and field. Takes a second for ten thousand cases: run it on a thread of its own.
 */
export async function readImportFile(file: ImportFile): Promise<Result<ReadImport>> {
  const read = file.encoding === 'base64' ? await readBytes(file) : readText(file, file.text)
  if (!read.ok) return read
  if (read.value.cases.length === 0)
    return fail(createError('ASSAY-3002', { where: file.name, message: 'The file holds no test case' }))
  for (const { where, testCase } of read.value.cases) {
    const [fault] = findCaseFaults(testCase)
    if (fault !== undefined) {
      const field = fault.pointer.slice(1).replaceAll('/', '.')
      return fail(
        createError('ASSAY-3002', { where, message: `A test case is not valid: ${field}: ${fault.message}` }),
      )
    }
  }
  return read
}

/** A spreadsheet, or text that came as bytes. */
async function readBytes(file: ImportFile): Promise<Result<ReadImport>> {
  const bytes = Buffer.from(file.text, 'base64')
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK'
  if (!isZip && !/\.xlsx$/i.test(file.name)) return readText(file, bytes.toString('utf8'))
  const rows = await readXlsx(bytes, file.name)
  if (!rows.ok) return rows
  const [header, ...others] = rows.value
  const records = others.map(({ number, cells }) => ({
    where: `${file.name}, row ${number}`,
    record: Object.fromEntries(
      (header?.cells ?? []).flatMap((column, index) => {
        const cell = cells[index] ?? ''
        return column === '' || cell === '' ? [] : [[column, cell] as const]
      }),
    ),
  }))
  return readRows(records, header?.cells ?? [], 'xlsx')
}

function readText(file: ImportFile, text: string): Result<ReadImport> {
  const format = detectFormat(text)
  if (format === null) return fail(createError('ASSAY-3005', { where: file.name, fix: noFormat }))
  if (format === 'csv' || format === 'hub-csv') {
    const rows = parseCsvRows(text, file.name)
    if (!rows.ok) return rows
    const records = rows.value.map(({ line, record }) => ({ where: `${file.name}, line ${line}`, record }))
    return readRows(records, format === 'hub-csv' ? [hubColumn] : [], format)
  }
  const cases = importPlacedCases(text, format, file.name, tools)
  return cases.ok ? ok({ format, cases: cases.value }) : cases
}

const noFormat = 'bring JSON Lines, a list in JSON, CSV with a line of column names, or XLSX'
const hubColumn = 'user_message'

/** Rows of a table, wherever it came from, with what guards them against spreadsheets taken off. */
function readRows(
  rows: readonly { readonly where: string; readonly record: Readonly<Record<string, string>> }[],
  header: readonly string[],
  format: string,
): Result<ReadImport> {
  const records: PlacedRecord[] = []
  for (const { where, record } of rows) {
    const cut = Object.entries(record).find(([, cell]) => isCutCell(cell))
    if (cut !== undefined)
      return fail(
        createError('ASSAY-3002', {
          where,
          message: `The cell ${cut[0]} was cut when the file was written: it was too long for a spreadsheet`,
          fix: 'export JSON Lines, and import that',
        }),
      )
    records.push({
      where,
      record: Object.fromEntries(
        Object.entries(record).map(([column, cell]) => [unguardCell(column), unguardCell(cell)]),
      ),
    })
  }
  const cases = importRows(records, header.includes(hubColumn) ? 'hub-csv' : 'csv', tools)
  return cases.ok ? ok({ format, cases: cases.value }) : cases
}
