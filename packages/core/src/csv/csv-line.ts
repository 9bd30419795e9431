export type CsvCell = string | number | boolean | null | undefined

/**
 * One row (RFC 4180, CRLF). Unknown is an empty cell. A text that a spreadsheet would run as a formula gets a leading
 * apostrophe.
 */
export const toCsvLine = (cells: readonly CsvCell[]): string => `${cells.map(toCell).join(',')}\r\n`

function toCell(value: CsvCell): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
