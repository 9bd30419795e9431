import type { AssayError, CaseResult, TargetAnswer, TestCase } from '@assay/contracts'

/** One case with what was asked and answered: a row of a table for people. */
export interface ReportedCase {
  readonly result: CaseResult
  readonly testCase: TestCase
  /** The shown repeat's; `null`: there is none, `error` says why. */
  readonly answer: TargetAnswer | null
  readonly error?: AssayError | null | undefined
}

type ReportCell = string | number | boolean | null | undefined

/** What every table of results shows of a case, in this order. */
export const reportColumns: readonly (readonly [
  name: string,
  value: (reported: ReportedCase) => ReportCell,
])[] = [
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
