export { toCsvLine, type CsvCell } from './csv-line.ts'
export { formatCsvRows, parseCsvRows } from './csv-rows.ts'
