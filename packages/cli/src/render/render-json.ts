import type { Comparison, EvaluationSummary } from '@assay/contracts'

/** The facts of a report for programs: the summary, and the comparison where there is one. */
export const renderJson = (summary: EvaluationSummary, comparison?: Comparison | null): string =>
  `${JSON.stringify(comparison ? { ...summary, comparison } : summary, null, 2)}\n`
