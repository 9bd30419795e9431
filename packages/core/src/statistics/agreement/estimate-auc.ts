import { normalQuantile } from '../distributions/normal.ts'
import { notTested, type Estimate } from '../estimate.ts'
import { midranks } from './midranks.ts'

/** A score for a case whose truth is known. */
export interface ScoredCase {
  readonly score: number
  readonly positive: boolean
  readonly clusterKey?: string | undefined
}

/**
 * Area under the ROC curve: the chance that a positive case scores above a negative one, ties by half. Interval from
 * DeLong's variance on the logit scale (Qin & Hotilovac 2008), because on the plain scale it covers too little near 1.
 * No interval where one group has a single case, or the score parts the groups wholly: there is no spread to see; nor where
 * cases share a cluster, for which DeLong's variance is too small.
 */
export function estimateAuc(cases: readonly ScoredCase[]): Estimate {
  const measured = measureAuc(cases)
  if (!measured) return notTested
  const { auc, variance } = measured
  const clusters = new Set(cases.map(({ clusterKey }, index) => clusterKey ?? index)).size
  const size = { value: auc, n: cases.length, clusters }
  if (clusters < cases.length)
    return { ...size, low: null, high: null, method: 'no interval: cases of one cluster are not independent' }
  if (!(variance > 0) || auc === 0 || auc === 1)
    return {
      ...size,
      low: null,
      high: null,
      method: 'no interval: the score parts the groups wholly, or one holds a single case',
    }
  const centre = Math.log(auc / (1 - auc))
  const reach = (normalQuantile(0.975) * Math.sqrt(variance)) / (auc * (1 - auc))
  return {
    ...size,
    low: logistic(centre - reach),
    high: logistic(centre + reach),
    method: 'AUC, DeLong on the logit scale 95 %',
  }
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

/**
 * AUC and its variance by DeLong, DeLong & Clarke-Pearson (1988), from midranks (Sun & Xu 2014). null without a case
 * of either kind; variance NaN where a kind has one case.
 */
export function measureAuc(
  cases: readonly ScoredCase[],
): { readonly auc: number; readonly variance: number } | null {
  const positives = cases.filter(({ positive }) => positive).map(({ score }) => score)
  const negatives = cases.filter(({ positive }) => !positive).map(({ score }) => score)
  const [m, n] = [positives.length, negatives.length]
  if (m === 0 || n === 0) return null
  const all = midranks([...positives, ...negatives])
  const above = midranks(positives).map((rank, index) => ((all[index] ?? 0) - rank) / n)
  const below = midranks(negatives).map((rank, index) => 1 - ((all[m + index] ?? 0) - rank) / m)
  const auc = above.reduce((sum, share) => sum + share, 0) / m
  return { auc, variance: sampleVariance(above) / m + sampleVariance(below) / n }
}

function sampleVariance(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
}
