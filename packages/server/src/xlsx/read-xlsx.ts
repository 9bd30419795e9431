import { Readable } from 'node:stream'
import type { CellValue, stream } from 'exceljs'
import { createError, fail, ok, type Result } from '@assay/core'
import { fromCellText } from './cell-text.ts'
import { packZip } from './pack-zip.ts'
import { unpackZip, type ZipEntry } from './unpack-zip.ts'

/** One row of a sheet: its number as the spreadsheet shows it, and its cells as texts from column A on. */
export interface XlsxRow {
  readonly number: number
  readonly cells: readonly string[]
}

const limits = { entries: 500, bytes: 250_000_000 } as const
const mostRows = 100_000
const mostColumns = 300
/** UTF-16 code units; a spreadsheet holds a third of it. */
const longestCell = 100_000

/** Rows of the first sheet that has any. Fails with ASSAY-9006 where it is no XLSX file, damaged, or beyond what is read. */
export async function readXlsx(bytes: Buffer, file: string): Promise<Result<readonly XlsxRow[]>> {
  const entries = unpackZip(bytes, limits, file)
  if (!entries.ok) return entries
  const refuse = (message: string): Result<never> => fail(createError('ASSAY-9006', { where: file, message }))
  if (!entries.value.some(({ name }) => name === 'xl/workbook.xml')) return refuse('The file is no XLSX file')
  try {
    return await readRows(packZip(inReadingOrder(entries.value)), refuse)
  } catch (error) {
    return refuse(`The file could not be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Texts before the sheets that name them, sheets by their number; pictures and the like are left behind. */
function inReadingOrder(entries: readonly ZipEntry[]): readonly ZipEntry[] {
  const order = [
    /^\[Content_Types\]\.xml$/,
    /^xl\/_rels\/workbook\.xml\.rels$/,
    /^xl\/workbook\.xml$/,
    /^xl\/sharedStrings\.xml$/i,
    /^xl\/styles\.xml$/i,
    /^xl\/worksheets\/[^/]+\.xml$/i,
  ]
  const rank = ({ name }: ZipEntry): number => order.findIndex((pattern) => pattern.test(name))
  const number = ({ name }: ZipEntry): number => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0)
  return entries
    .filter((entry) => rank(entry) !== -1)
    .toSorted((a, b) => rank(a) - rank(b) || number(a) - number(b))
}

async function readRows(
  zip: Buffer,
  refuse: (message: string) => Result<never>,
): Promise<Result<readonly XlsxRow[]>> {
  const { default: excel } = await import('exceljs')
  const book: stream.xlsx.WorkbookReader = new excel.stream.xlsx.WorkbookReader(Readable.from([zip]), {
    entries: 'emit',
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'cache',
    worksheets: 'emit',
  })
  for await (const sheet of book) {
    const rows: XlsxRow[] = []
    for await (const row of sheet) {
      const values: unknown = row.values
      const cells = Array.isArray(values) ? Array.from(values.slice(1), toText) : []
      if (cells.every((cell) => cell === '')) continue
      if (rows.length === mostRows) return refuse(`The sheet has more than ${mostRows} rows`)
      if (cells.length > mostColumns) return refuse(`Row ${row.number} has more than ${mostColumns} columns`)
      if (cells.some((cell) => cell.length > longestCell))
        return refuse(`Row ${row.number} has a cell of more than ${longestCell} characters`)
      rows.push({ number: row.number, cells })
    }
    if (rows.length > 0) return ok(rows)
  }
  return ok([])
}

/** A formula stands for its last result. */
function toText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return fromCellText(value)
  if (typeof value !== 'object') return String(value)
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '')
  if ('richText' in value) return value.richText.map(({ text }) => fromCellText(text)).join('')
  if ('text' in value) return toText(value.text)
  if ('result' in value) return toText(value.result)
  return ''
}
