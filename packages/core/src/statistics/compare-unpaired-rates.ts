import { differenceNotTested, type MeasuredDifference } from './difference.ts'
import { normalCdf } from './distributions/normal.ts'
import { effectiveRate, type EffectiveRate } from './effective-rate.ts'
import type { Interval, Outcome } from './estimate.ts'
import { wilsonInterval } from './wilson-interval.ts'

/**
 * Rates of two runs over different cases, second minus first: Newcombe's hybrid score interval (1998, method 10),
 * each rate on its n / design effect; the p-value is the pooled score test's.
 */
export function compareUnpairedRates(
  first: readonly Outcome[],
  second: readonly Outcome[],
): MeasuredDifference {
  const before = effectiveRate(first)
  const after = effectiveRate(second)
  if (!before || !after) return differenceNotTested
  return {
    difference: after.rate - before.rate,
    ...newcombeInterval(before, after),
    pValue: scoreTest(before, after),
    pairs: Math.min(before.n, after.n),
    method: 'unpaired, Newcombe 95 %',
  }
}

function newcombeInterval(before: EffectiveRate, after: EffectiveRate): Interval {
  const difference = after.rate - before.rate
  const a = wilsonInterval(before.rate, before.effectiveN)
  const b = wilsonInterval(after.rate, after.effectiveN)
  return {
    low: difference - Math.hypot(after.rate - b.low, a.high - before.rate),
    high: difference + Math.hypot(b.high - after.rate, before.rate - a.low),
  }
}

function scoreTest(before: EffectiveRate, after: EffectiveRate): number {
  const total = before.effectiveN + after.effectiveN
  const pooled = (before.rate * before.effectiveN + after.rate * after.effectiveN) / total
  const variance = pooled * (1 - pooled) * (1 / before.effectiveN + 1 / after.effectiveN)
  return variance <= 0 ? 1 : 2 * normalCdf(-Math.abs(after.rate - before.rate) / Math.sqrt(variance))
}
