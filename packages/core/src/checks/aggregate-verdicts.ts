import type { CheckOutcome, CheckVerdict } from '@assay/contracts'
import type { PreparedCheck } from './check.ts'

export interface JudgedCheck {
  readonly check: Pick<PreparedCheck, 'required' | 'weight'>
  readonly verdict: CheckVerdict
}

export interface CaseVerdict {
  /** Whether all required checks pass; `null`: a required one broke or was not judged and none failed, or none applied. */
  readonly passed: boolean | null
  /** Weighted mean of the scores that were given, 0 to 1 where the checks' are; `null`: none. */
  readonly score: number | null
}

/** Methods §3: errors, not judged and not applicable are in no denominator. A failed required check decides even beside a broken one. */
export function aggregateVerdicts(judged: readonly JudgedCheck[]): CaseVerdict {
  const required = judged.filter(({ check }) => check.required).map(({ verdict }) => verdict.outcome)
  const applicable = required.filter((outcome) => outcome !== 'not-applicable')
  return {
    passed: decideByRequired(applicable),
    score: weightedMean(judged.map(({ check, verdict }) => ({ weight: check.weight, score: verdict.score }))),
  }
}

/** `null`: nothing failed, and something broke, was not judged, or there was nothing. */
export function decideByRequired(outcomes: readonly CheckOutcome[]): boolean | null {
  if (outcomes.includes('fail')) return false
  return outcomes.length > 0 && outcomes.every((outcome) => outcome === 'pass') ? true : null
}

/** Of the scores that were given; `null`: none. */
export function weightedMean(
  scored: readonly { readonly weight: number; readonly score: number | null }[],
): number | null {
  let [sum, weights] = [0, 0]
  for (const { weight, score } of scored) {
    if (score === null || weight === 0) continue
    sum += weight * score
    weights += weight
  }
  return weights === 0 ? null : sum / weights
}
