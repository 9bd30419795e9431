import type { EvaluationSummary } from '@assay/contracts'
import { findGate } from './gate-words.ts'

type Decided = Pick<EvaluationSummary, 'judge' | 'checks'>

/** Whether anything but the judge decides what passes. */
const hasRequiredChecks = ({ checks }: Decided): boolean => checks.some(({ required }) => required)

/** Whether the judge's own rate says something that the headline does not. */
export const isJudgedApart = (summary: Decided): boolean =>
  hasRequiredChecks(summary) && summary.judge.kind !== 'none'

/** The name of the headline rate. */
export const passedTitle = (summary: Decided): string => (hasRequiredChecks(summary) ? 'Passed' : 'Correct')

/** The least passing rate a gate asks for. */
export const passingGate = (summary: Decided & Pick<EvaluationSummary, 'gates'>): number | undefined =>
  findGate(summary, isJudgedApart(summary) ? ['passing'] : ['passing', 'correctness'])
