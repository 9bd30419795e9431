import type { Comparison, EvaluationSummary } from '@assay/contracts'
import type { JudgeTrust } from '../judge/read-judge-trust.ts'

export interface JsonReportParts {
  readonly comparison?: Comparison | null
  readonly trust?: JudgeTrust
}

/** The facts of a report for programs: the summary, the judge's card and where people differ, the comparison where there is one. */
export function renderJson(summary: EvaluationSummary, { comparison, trust }: JsonReportParts = {}): string {
  const judge = trust === undefined ? {} : { judgeCard: trust.card, disagreements: trust.disagreements }
  return `${JSON.stringify({ ...summary, ...judge, ...(comparison ? { comparison } : {}) }, null, 2)}\n`
}
