import { incompleteBeta } from './incomplete-beta.ts'
import { logGamma } from './log-gamma.ts'

/** P(X ≤ k) for X ~ Binomial(n, p). */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0
  if (k >= n) return 1
  return incompleteBeta(1 - p, n - k, k + 1)
}

/** P(X = k) for X ~ Binomial(n, p), 0 < p < 1. */
export function binomialProbability(k: number, n: number, p: number): number {
  const logWays = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
  return Math.exp(logWays + k * Math.log(p) + (n - k) * Math.log1p(-p))
}
