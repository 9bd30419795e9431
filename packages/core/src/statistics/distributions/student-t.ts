import { inverseIncompleteBeta } from './incomplete-beta.ts'

/** Quantile of Student's t with real degrees of freedom > 0, through the inverse incomplete beta function (DLMF 8.17). */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  if (probability === 0.5) return 0
  if (probability > 0.5) return -studentTQuantile(1 - probability, degreesOfFreedom)
  const x = inverseIncompleteBeta(2 * probability, degreesOfFreedom / 2, 0.5)
  return -Math.sqrt((degreesOfFreedom * (1 - x)) / x)
}
