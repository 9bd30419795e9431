import type { TestCase } from '@assay/contracts'
import { exportRecord } from './convert-record.ts'
import { plainCsvFormat } from './csv-formats.ts'
import type { ExportTools, ForeignRecord } from './exchange-format.ts'

/** Columns of Assay's own CSV, in their order; behind them those an import kept, and last what no column holds. */
export const csvColumns = [
  'id',
  'type',
  'level',
  'question',
  'history',
  'referenceAnswer',
  'topic',
  'language',
  'tags',
  'status',
] as const
export const csvExtrasColumn = 'assay'

/** Nothing is looked up: a case says its own language, and its passages are named by their ids. */
const tools: ExportTools = { hash: () => '', detectLanguage: () => null, contextText: () => undefined }

/** One case as a row of that CSV, for files that are written row by row; imported again it is the same case. */
export const exportCsvRecord = (testCase: TestCase): ForeignRecord =>
  exportRecord(plainCsvFormat, testCase, tools)
