import type { CheckOutcome } from '@assay/contracts'

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

interface Scored {
  readonly outcome: CheckOutcome
  readonly score: number | null
  /** Which end of the score is good. */
  readonly better: 'higher' | 'lower'
}

/**
 * A score on 0 to 1 where high is good: as it is, or what it lacks to 1 where low is good; of any other scale 1 where the
 * check passes and 0 where it fails. `null`: there is no verdict.
 */
export function goodnessOf({ outcome, score, better }: Scored): number | null {
  if (outcome !== 'pass' && outcome !== 'fail') return null
  if (score === null || score < 0 || score > 1) return outcome === 'pass' ? 1 : 0
  return better === 'higher' ? score : 1 - score
}
