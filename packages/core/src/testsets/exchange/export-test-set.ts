import type { TestCase } from '@assay/contracts'
import { formatTestSet } from '../format/format-test-set.ts'
import { exportRecord } from './convert-record.ts'
import { hubCsvFormat, plainCsvFormat } from './csv-formats.ts'
import { formatCsvRows } from '../../csv/csv-rows.ts'
import type { ExchangeFormatId, ExportTools } from './exchange-format.ts'
import { hubJsonFormat } from './hub-json-format.ts'
import { ragetFormat } from './raget-format.ts'

/** The test set as text in another format; imported again it gives the same cases. */
export function exportTestSet(
  cases: readonly TestCase[],
  format: ExchangeFormatId,
  tools: ExportTools,
): string {
  switch (format) {
    case 'jsonl':
      return formatTestSet(cases)
    case 'raget':
      return cases.map((each) => `${JSON.stringify(exportRecord(ragetFormat, each, tools))}\n`).join('')
    case 'hub-json':
      return `${JSON.stringify(
        cases.map((each) => exportRecord(hubJsonFormat, each, tools)),
        null,
        2,
      )}\n`
    case 'hub-csv':
      return formatCsvRows(cases.map((each) => exportRecord(hubCsvFormat, each, tools)))
    case 'csv':
      return formatCsvRows(cases.map((each) => exportRecord(plainCsvFormat, each, tools)))
  }
}
