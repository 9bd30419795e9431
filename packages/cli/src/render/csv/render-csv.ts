import type { ReportCase } from '../report-case.ts'

type Cell = string | number | boolean | null | undefined

const columns: readonly (readonly [name: string, value: (reportCase: ReportCase) => Cell])[] = [
  ['id', ({ testCase }) => testCase.id],
  ['type', ({ testCase }) => testCase.type],
  ['level', ({ testCase }) => testCase.level],
  ['topic', ({ testCase }) => testCase.topic],
  ['language', ({ testCase }) => testCase.language],
  ['source', ({ result }) => result.source],
  ['question', ({ testCase }) => testCase.question],
  ['answer', ({ answer }) => answer?.text],
  ['reference_answer', ({ testCase }) => testCase.referenceAnswer],
  ['outcome', ({ result }) => result.outcome],
  ['passed', ({ result }) => result.passed],
  ['failed_checks', ({ result }) => result.failedChecks.join('; ')],
  ['stable', ({ result }) => result.stable],
  ['declining', ({ result }) => result.declining],
  ['component_observed', ({ result }) => result.component],
  ['component_evidence', ({ result }) => result.componentEvidence],
  ['reason', ({ result }) => result.reason],
  ['hit_rate', ({ result }) => result.retrieval?.hitRate],
  ['recall', ({ result }) => result.retrieval?.recall],
  ['precision', ({ result }) => result.retrieval?.precision],
  ['mrr', ({ result }) => result.retrieval?.mrr],
  ['ndcg', ({ result }) => result.retrieval?.ndcg],
  ['average_precision', ({ result }) => result.retrieval?.averagePrecision],
  ['latency_ms', ({ result }) => result.latencyMs],
  ['error', ({ error }) => (error ? `${error.code} ${error.message}` : null)],
]

/**
 * One row a case (RFC 4180, CRLF). Unknown is an empty cell. A text that a spreadsheet would run as a formula gets a
 * leading apostrophe.
 */
export const renderCsv = (cases: readonly ReportCase[]): string =>
  [
    columns.map(([name]) => name),
    ...cases.map((reportCase) => columns.map(([, value]) => toCell(value(reportCase)))),
  ]
    .map((row) => `${row.join(',')}\r\n`)
    .join('')

function toCell(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
