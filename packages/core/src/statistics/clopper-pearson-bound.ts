import { inverseIncompleteBeta } from './distributions/incomplete-beta.ts'

/**
 * One end of the Clopper–Pearson (1934) interval, as a beta quantile, each at its own confidence: two calls at
 * 0.975 make the two-sided 95 % interval. Counts may be effective, non-integer numbers.
 */
export function clopperPearsonLower(successes: number, n: number, confidence: number): number {
  return successes <= 0 ? 0 : inverseIncompleteBeta(1 - confidence, successes, n - successes + 1)
}

export function clopperPearsonUpper(successes: number, n: number, confidence: number): number {
  return 1 - clopperPearsonLower(n - successes, n, confidence)
}
