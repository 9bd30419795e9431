import { toCsvLine } from '@assay/core/csv'
import { reportColumns } from '@assay/core/evaluation'
import type { ReportCase } from '../report-case.ts'

/** A header and one row a case. */
export const renderCsv = (cases: readonly ReportCase[]): string =>
  [
    reportColumns.map(([name]) => name),
    ...cases.map((reportCase) => reportColumns.map(([, value]) => value(reportCase))),
  ]
    .map(toCsvLine)
    .join('')
