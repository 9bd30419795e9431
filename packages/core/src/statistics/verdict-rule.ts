import type { ComparisonVerdict, Difference } from '@assay/contracts'
import type { MeasuredDifference } from './difference.ts'

export const defaultMargin = 0.03

/** The one verdict rule (methods §3). Greater is better: negate differences of costs and latencies before. */
export function decideVerdict(measured: MeasuredDifference, margin = defaultMargin): Difference {
  const verdict = chooseVerdict(measured, margin)
  const pairsNeeded = verdict === 'not enough cases to tell' ? estimatePairsNeeded(measured, margin) : null
  return { verdict, ...measured, margin, pairsNeeded }
}

/** The gate `non-inferior`: the lower end of the interval is above −margin. Not tested is not passed. */
export function isNonInferior({ low }: MeasuredDifference, margin = defaultMargin): boolean {
  return low !== null && low > -margin
}

function chooseVerdict({ difference, low, high }: MeasuredDifference, margin: number): ComparisonVerdict {
  if (difference === null) return 'not tested'
  if (low === null || high === null) return 'not enough cases to tell'
  if (low > -margin && high < margin) return 'no meaningful difference'
  if (low > 0) return 'better'
  return high < 0 ? 'worse' : 'not enough cases to tell'
}

/**
 * If the difference stayed as observed and each end of the interval came nearer with 1/√n: the n at which the
 * interval would leave 0 behind or fit inside the margin, whichever comes first. null where nothing can be said.
 */
function estimatePairsNeeded(measured: MeasuredDifference, margin: number): number | null {
  const { difference, low, high, pairs } = measured
  if (difference === null || low === null || high === null) return null
  const below = difference - low
  const above = high - difference
  const toLeaveZero = (difference > 0 ? below : above) / Math.abs(difference)
  const insideReached = Math.abs(difference) < margin
  const toFitInside = insideReached
    ? Math.max(below / (margin + difference), above / (margin - difference))
    : Infinity
  const shrink = Math.min(toLeaveZero, toFitInside)
  return Number.isFinite(shrink) ? Math.max(pairs + 1, Math.ceil(pairs * shrink ** 2)) : null
}
