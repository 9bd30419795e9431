import papaparse from 'papaparse'
import { createError } from '../errors/create-error.ts'
import { fail, ok, type Result } from '../result.ts'

/** A row and the line of the file it begins in. */
export interface CsvRow {
  readonly line: number
  readonly record: Readonly<Record<string, string>>
}

/** Rows of a CSV with a header, empty cells left out. Delimiter, quotes and line ends as they come. */
export function parseCsvRows(text: string, file: string): Result<readonly CsvRow[]> {
  const plain = text.replace(/^\uFEFF/, '')
  const { data, errors } = papaparse.parse<string[]>(plain, { delimiter: delimiterOf(plain) })
  const lines = linesOf(data)
  const [broken] = errors
  if (broken !== undefined) {
    const where = `${file}, line ${lines[broken.row ?? 0] ?? 1}`
    return fail(createError('ASSAY-3002', { where, message: `A row could not be read: ${broken.message}` }))
  }
  const [header = [], ...rows] = data
  return ok(
    rows.flatMap((cells, index): CsvRow[] => {
      const filled = header.flatMap((column, at) => (cells[at] ? [[column, cells[at]] as const] : []))
      return filled.length === 0 ? [] : [{ line: lines[index + 1] ?? 0, record: Object.fromEntries(filled) }]
    }),
  )
}

/** The columns of all rows in the order they first come up; values that are no text as JSON. */
export function formatCsvRows(records: readonly Readonly<Record<string, unknown>>[]): string {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))]
  const cell = (value: unknown): string =>
    value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
  const rows = records.map((record) => columns.map((column) => cell(record[column])))
  return `${papaparse.unparse([columns, ...rows], { newline: '\n' })}\n`
}

/** First line of each row: a quoted cell may hold line ends. */
function linesOf(rows: readonly (readonly string[])[]): readonly number[] {
  let line = 1
  return rows.map((cells) => {
    const first = line
    line += 1 + cells.reduce((sum, each) => sum + (each.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
    return first
  })
}

/** The one that parts the header, whatever stands in the cells. */
function delimiterOf(text: string): string {
  const header = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replaceAll(/"(?:[^"]|"")*"/g, '')
  const counts = [',', ';', '\t', '|'].map((mark) => ({ mark, count: header.split(mark).length - 1 }))
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).mark
}
