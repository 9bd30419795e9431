import type { MeasuredDifference, Variation } from './difference.ts'
import { normalQuantile } from './distributions/normal.ts'
import { planCases } from './power/plan-cases.ts'

/** What is seen in fewer pairs says too little of what more would show. */
const minPairs = 10
const power = 0.8
const criticalZ = normalQuantile(0.975)

/**
 * Pairs, or cases of each run, that find the observed difference with 80 % power, or one of the size of the margin where
 * the observed one is smaller: as `planCases` says for the same design. Where nothing differs at all, those at which the
 * interval lies inside the margin if still nothing does. null where nothing can be said, and under 10 pairs.
 */
export function estimateCasesNeeded(measured: MeasuredDifference, margin: number): number | null {
  const { difference, low, high, pairs, variation } = measured
  if (difference === null || low === null || high === null || pairs < minPairs) return null
  if (variation !== undefined && isWithoutSpread(variation, difference))
    return fitInside(margin, variation.designEffect)
  const planned = variation === undefined ? null : plan(variation, difference, margin)
  return planned !== null && planned > pairs ? planned : extrapolate({ difference, low, high, pairs }, margin)
}

function isWithoutSpread({ design }: Variation, difference: number): boolean {
  if (difference !== 0) return false
  switch (design.kind) {
    case 'paired rates':
      return design.discordance === 0
    case 'unpaired rates':
      return design.baseline === 0 || design.baseline === 1
    case 'paired means':
    case 'unpaired means':
      return design.standardDeviation === 0
  }
}

/** Both Tango's and Newcombe's interval reach to z² / (n + z²) where nothing differs. */
const fitInside = (margin: number, designEffect: number): number =>
  Math.floor(((criticalZ ** 2 * (1 - margin)) / margin) * designEffect) + 1

/** From a rate near 0 or 1 there may be no room for the margin on the side of the difference, but there is on the other. */
function plan({ design, designEffect }: Variation, difference: number, margin: number): number | null {
  const size = Math.max(Math.abs(difference), margin)
  const sign = difference < 0 ? -1 : 1
  const planned =
    planCases(design, { difference: sign * size, power }, { designEffect }) ??
    planCases(design, { difference: -sign * size, power }, { designEffect })
  return planned?.cases ?? null
}

/**
 * From the interval alone, its ends coming nearer with 1/√n: where it leaves 0 behind or fits inside the margin, whichever
 * comes first, with the cases that lift the power there from a half to 80 %.
 */
function extrapolate(
  { difference, low, high, pairs }: Record<'difference' | 'low' | 'high' | 'pairs', number>,
  margin: number,
): number | null {
  const below = difference - low
  const above = high - difference
  const toLeaveZero = (difference > 0 ? below : above) / Math.abs(difference)
  const toFitInside =
    Math.abs(difference) < margin
      ? Math.max(below / (margin + difference), above / (margin - difference))
      : Infinity
  const shrink = Math.min(toLeaveZero, toFitInside) * (1 + normalQuantile(power) / criticalZ)
  return Number.isFinite(shrink) ? Math.max(pairs + 1, Math.ceil(pairs * shrink ** 2)) : null
}
