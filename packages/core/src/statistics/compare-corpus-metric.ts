import { bootstrapResamples, drawWith, expandedTail, type DrawIndices } from './cluster-bootstrap.ts'
import { groupUnits, resampledStatistics, statisticOfAll } from './bootstrap-sums.ts'
import { differenceNotTested, type MeasuredDifference } from './difference.ts'
import { sampleQuantile } from './sample-quantile.ts'

/** Sufficient statistics of one case in both runs: for corpus BLEU the n-gram matches, totals and the two lengths. */
export interface CorpusPair {
  readonly first: readonly number[]
  readonly second: readonly number[]
  readonly clusterKey?: string | undefined
}

/**
 * A corpus metric of two runs, second minus first: paired bootstrap over cases (Koehn 2004), whole clusters drawn.
 * The p-value is the share of resamples whose difference, centred on 0, is at least as far from 0 as the observed
 * one, with one added to both counts (as sacrebleu does). `score` maps summed statistics to the metric.
 */
export function compareCorpusMetric(
  pairs: readonly CorpusPair[],
  score: (sums: Float64Array) => number,
  drawIndices?: DrawIndices,
  resamples = bootstrapResamples,
): MeasuredDifference {
  if (pairs.length === 0) return differenceNotTested
  const units = groupUnits(
    pairs.map(({ first, second, clusterKey }) => ({ vector: [...first, ...second], clusterKey })),
  )
  const size = pairs[0]?.first.length ?? 0
  const statistic = (sums: Float64Array): number => score(sums.subarray(size)) - score(sums.subarray(0, size))
  const difference = statisticOfAll({ units, statistic })
  const base = { difference, pairs: pairs.length }
  if (units.length < 2)
    return { ...base, low: null, high: null, pValue: null, method: 'no interval: one cluster' }
  const draw = drawIndices ?? drawWith('corpus metric', units.length)
  const values = resampledStatistics({ units, statistic }, draw, resamples).sort()
  const tail = expandedTail(units.length, 0.95)
  return {
    ...base,
    low: sampleQuantile(values, tail),
    high: sampleQuantile(values, 1 - tail),
    pValue: centredShare(values, difference),
    method: `paired bootstrap 95 % of a corpus metric, ${resamples.toLocaleString('en')} resamples`,
  }
}

function centredShare(values: Float64Array, observed: number): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const reached = values.reduce(
    (count, value) => count + (Math.abs(value - mean) >= Math.abs(observed) ? 1 : 0),
    0,
  )
  return (reached + 1) / (values.length + 1)
}
