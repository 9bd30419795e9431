import { boschlooTest } from './boschloo-test.ts'
import { differenceNotTested, type MeasuredDifference } from './difference.ts'
import { normalCdf } from './distributions/normal.ts'
import { effectiveRate, type EffectiveRate } from './effective-rate.ts'
import type { Interval, Outcome } from './estimate.ts'
import { wilsonInterval } from './wilson-interval.ts'

/** Beyond so many cases the exact test and the score test agree, and the exact one is slow. */
const maxExactCases = 2_000

/**
 * Rates of two runs over different cases, second minus first: Newcombe's hybrid score interval (1998, method 10),
 * each rate on its n / design effect. The p-value is Boschloo's exact test for up to 2,000 independent, equally
 * weighted cases, else the pooled score test on n / design effect.
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
    ...testEqualRates(before, after),
    pairs: Math.min(before.n, after.n),
    cases: { first: before.n, second: after.n },
    variation: {
      design: { kind: 'unpaired rates', baseline: before.rate },
      designEffect: Math.max(before.designEffect, after.designEffect),
    },
  }
}

function testEqualRates(before: EffectiveRate, after: EffectiveRate): { pValue: number; method: string } {
  const independent = isPlain(before) && isPlain(after)
  if (!independent || before.n + after.n > maxExactCases)
    return { pValue: scoreTest(before, after), method: 'unpaired, Newcombe 95 % with score test' }
  return {
    pValue: boschlooTest({ first: before, second: after }),
    method: 'unpaired, Newcombe 95 % with Boschloo',
  }
}

const isPlain = ({ designEffect, clusters, n }: EffectiveRate): boolean =>
  designEffect === 1 && clusters.length === n

export function newcombeInterval(before: EffectiveRate, after: EffectiveRate): Interval {
  const difference = after.rate - before.rate
  const a = wilsonInterval(before.rate, before.effectiveN)
  const b = wilsonInterval(after.rate, after.effectiveN)
  return {
    low: difference - Math.hypot(after.rate - b.low, a.high - before.rate),
    high: difference + Math.hypot(b.high - after.rate, before.rate - a.low),
  }
}

/** The pooled two-sample z test of equal rates, on the effective numbers of cases. */
export function scoreTest(before: EffectiveRate, after: EffectiveRate): number {
  const total = before.effectiveN + after.effectiveN
  const pooled = (before.rate * before.effectiveN + after.rate * after.effectiveN) / total
  const variance = pooled * (1 - pooled) * (1 / before.effectiveN + 1 / after.effectiveN)
  return variance <= 0 ? 1 : 2 * normalCdf(-Math.abs(after.rate - before.rate) / Math.sqrt(variance))
}
