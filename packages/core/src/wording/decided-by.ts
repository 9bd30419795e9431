import type { EvaluationSummary } from '@assay/contracts'

type Decided = Pick<EvaluationSummary, 'judge' | 'checks'>

/** Whether anything but the judge decides what passes. */
export const hasRequiredChecks = ({ checks }: Decided): boolean => checks.some(({ required }) => required)

/** Whether the judge's own rate says something that the headline does not. */
export const isJudgedApart = (summary: Decided): boolean =>
  hasRequiredChecks(summary) && summary.judge.kind !== 'none'

/** "judged correct", or "passed" where checks decide as well. */
export const passedWords = (summary: Decided): string =>
  hasRequiredChecks(summary) ? 'passed' : 'judged correct'

/** The name of the headline rate. */
export const passedTitle = (summary: Decided): string => (hasRequiredChecks(summary) ? 'Passed' : 'Correct')
