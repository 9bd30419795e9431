export { formatCsvRows, parseCsvRows } from './csv-rows.ts'
