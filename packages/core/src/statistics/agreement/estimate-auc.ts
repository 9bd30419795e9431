import { normalQuantile } from '../distributions/normal.ts'
import { notTested, type Estimate } from '../estimate.ts'
import { midranks } from './midranks.ts'

/** A score for an independent case whose truth is known. */
export interface ScoredCase {
  readonly score: number
  readonly positive: boolean
}

/**
 * Area under the ROC curve: the chance that a positive case scores above a negative one, ties by half. Interval by
 * DeLong, DeLong & Clarke-Pearson (1988), computed from midranks (Sun & Xu 2014). No interval where one group has a
 * single case, or the score parts the groups wholly: the method then knows no spread.
 */
export function estimateAuc(cases: readonly ScoredCase[]): Estimate {
  const positives = cases.filter(({ positive }) => positive).map(({ score }) => score)
  const negatives = cases.filter(({ positive }) => !positive).map(({ score }) => score)
  const [m, n] = [positives.length, negatives.length]
  if (m === 0 || n === 0) return notTested
  const all = midranks([...positives, ...negatives])
  const above = midranks(positives).map((rank, index) => ((all[index] ?? 0) - rank) / n)
  const below = midranks(negatives).map((rank, index) => 1 - ((all[m + index] ?? 0) - rank) / m)
  const value = above.reduce((sum, share) => sum + share, 0) / m
  const size = { n: cases.length, clusters: cases.length }
  const variance = sampleVariance(above) / m + sampleVariance(below) / n
  if (!(variance > 0)) return { value, low: null, high: null, ...size, method: 'AUC, no interval' }
  const reach = normalQuantile(0.975) * Math.sqrt(variance)
  return {
    value,
    low: Math.max(0, value - reach),
    high: Math.min(1, value + reach),
    ...size,
    method: 'AUC, DeLong 95 %',
  }
}

function sampleVariance(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
}
