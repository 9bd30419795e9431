import { normalQuantile } from './distributions/normal.ts'
import type { Interval } from './estimate.ts'

export interface DiscordantPairs {
  /** Pairs in favour of the second run: only it passed. */
  readonly gained: number
  /** Pairs in favour of the first run. */
  readonly lost: number
  /** All pairs. */
  readonly n: number
}

/**
 * Score interval for the difference of two paired rates, second minus first (Tango 1998, Statistics in Medicine
 * 17:891–908). Counts may be effective, non-integer numbers.
 */
export function tangoInterval(pairs: DiscordantPairs, confidence = 0.95): Interval {
  const z = normalQuantile((1 + confidence) / 2)
  const estimate = (pairs.gained - pairs.lost) / pairs.n
  return {
    low: estimate <= -1 ? -1 : bisect(-1, estimate, (difference) => scoreStatistic(pairs, difference) > z),
    high: estimate >= 1 ? 1 : bisect(estimate, 1, (difference) => scoreStatistic(pairs, difference) > -z),
  }
}

/** Falls as the hypothesised difference grows. */
function scoreStatistic({ gained, lost, n }: DiscordantPairs, difference: number): number {
  const lostRate = constrainedLostRate({ gained, lost, n }, difference)
  const variance = n * (2 * lostRate + difference * (1 - difference))
  const excess = gained - lost - n * difference
  return variance <= 0 ? excess * Number.POSITIVE_INFINITY : excess / Math.sqrt(variance)
}

/** Maximum-likelihood estimate of P(only the first passes) when the difference is given: Tango's equation (A2). */
function constrainedLostRate({ gained, lost, n }: DiscordantPairs, difference: number): number {
  const b = (2 * n - gained + lost) * difference - gained - lost
  const c = -lost * difference * (1 - difference)
  return (Math.sqrt(Math.max(0, b * b - 8 * n * c)) - b) / (4 * n)
}

/** The point in [low, high] where a condition that holds on its left stops holding, to 1e-12. */
function bisect(low: number, high: number, holds: (x: number) => boolean): number {
  let left = low
  let right = high
  while (right - left > 1e-12) {
    const middle = (left + right) / 2
    if (holds(middle)) left = middle
    else right = middle
  }
  return (left + right) / 2
}
