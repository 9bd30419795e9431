import { must } from '../must.ts'
import { binomialCdf } from './distributions/binomial.ts'
import { notTested, type Estimate } from './estimate.ts'
import { sampleQuantile } from './sample-quantile.ts'

/** Median with a two-sided 95 % interval (2.5 % on each side); both ends need n ≥ 6. */
export const estimateMedian = (values: readonly number[]): Estimate =>
  estimateQuantile(values, 0.5, { perSide: 0.975, method: 'order statistics, 95 %' })

/** 95th percentile with a lower and an upper bound that hold at 95 % each; the upper needs n ≥ 59. */
export const estimateP95 = (values: readonly number[]): Estimate =>
  estimateQuantile(values, 0.95, { perSide: 0.95, method: 'order statistics, each bound 95 % one-sided' })

interface QuantileRule {
  /** Confidence of each bound by itself. */
  readonly perSide: number
  readonly method: string
}

/** Distribution-free bounds by order statistics (Conover 1999 §3.2); an end the sample is too small for is null. */
function estimateQuantile(values: readonly number[], probability: number, rule: QuantileRule): Estimate {
  const n = values.length
  if (n === 0) return notTested
  const sorted = values.toSorted((a, b) => a - b)
  const { low, high } = boundRanks(n, probability, 1 - rule.perSide)
  return {
    value: sampleQuantile(sorted, probability),
    low: low < 1 ? null : must(sorted[low - 1], 'lower order statistic'),
    high: high > n ? null : must(sorted[high - 1], 'upper order statistic'),
    n,
    clusters: n,
    method: rule.method,
  }
}

/**
 * Ranks from 1: the largest with P(X ≤ rank − 1) ≤ tail, 0 if none; the smallest with P(X ≥ rank) ≤ tail,
 * n + 1 if none; X ~ Binomial(n, probability).
 */
export function boundRanks(n: number, probability: number, tail: number): { low: number; high: number } {
  const cdf = (k: number): number => binomialCdf(k, n, probability)
  const low = firstWhere(n, (rank) => cdf(rank) > tail)
  const high = firstWhere(n + 1, (rank) => cdf(rank - 1) >= 1 - tail)
  return { low, high: n === 0 || cdf(n - 1) < 1 - tail ? n + 1 : high }
}

/** Smallest whole number in [0, end] for which a monotone condition holds; `end` if it does for none below. */
function firstWhere(end: number, holds: (value: number) => boolean): number {
  let low = 0
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
