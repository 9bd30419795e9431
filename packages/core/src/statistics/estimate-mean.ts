import { bcaInterval } from './bca-interval.ts'
import { clopperPearsonLower } from './clopper-pearson-bound.ts'
import { bootstrapResamples, drawWith } from './cluster-bootstrap.ts'
import { cr2Interval } from './cr2-interval.ts'
import { effectiveClusters } from './design-effect.ts'
import { notTested, type Estimate, type Interval } from './estimate.ts'
import {
  clusteredMean,
  clusteredSize,
  groupClusters,
  type Cluster,
  type ClusteredValue,
} from './group-clusters.ts'

/** From here on t is right whatever the scores look like; below, BCa follows their skewness better. */
const minClustersForT = 30
/** With fewer clusters BCa covers far too little, CR2 with its small-sample degrees of freedom nearly enough. */
const minClustersForBca = 10

/**
 * Mean score with a 95 % interval: cluster-robust t (CR2) from 30 clusters and under 10, between them BCa over
 * whole clusters; weighted values always BCa. `range` is what scores can be at all, {0, 1} for most: the interval stays inside it, and exists
 * also where all clusters are alike. Without a range there is none then, nor for a single cluster.
 */
export function estimateMean(values: readonly ClusteredValue[], range?: Interval): Estimate {
  const clusters = groupClusters(values)
  if (clusters.length === 0) return notTested
  const value = clusteredMean(clusters)
  const size = { n: clusteredSize(clusters), clusters: clusters.length }
  if (areAlike(clusters)) return { value, ...boundOfAlike(value, clusters, range), ...size }
  const { low, high, method } = chooseInterval(clusters)
  return {
    value,
    low: Math.max(low, range?.low ?? -Infinity),
    high: Math.min(high, range?.high ?? Infinity),
    ...size,
    method,
  }
}

/** The mean of scores on a scale that is not known otherwise: 0 to 1 where all of `seen` lie there, by default the values. */
export const estimateScores = (
  values: readonly ClusteredValue[],
  seen: readonly number[] = values.map(({ value }) => value),
): Estimate =>
  seen.every((value) => value >= 0 && value <= 1)
    ? estimateMean(values, { low: 0, high: 1 })
    : estimateMean(values)

function areAlike(clusters: readonly Cluster[]): boolean {
  const means = clusters.map((cluster) => cluster.weightedSum / cluster.weight)
  const [first = 0] = means
  return means.every((mean) => Math.abs(mean - first) < 1e-12)
}

type MeanInterval = Pick<Estimate, 'low' | 'high' | 'method'>

/**
 * All clusters at one value: by Clopper–Pearson at least a share q of all clusters has it (95 %, one-sided), and the
 * others can be anywhere in the range.
 */
function boundOfAlike(value: number, clusters: readonly Cluster[], range?: Interval): MeanInterval {
  if (!range) return { low: null, high: null, method: 'mean, no interval: no spread between the cases' }
  const count = effectiveClusters(clusters)
  const share = clopperPearsonLower(count, count, 0.95)
  return {
    low: share * value + (1 - share) * range.low,
    high: share * value + (1 - share) * range.high,
    method: 'mean of cases all alike, bound by Clopper–Pearson one-sided 95 %',
  }
}

function chooseInterval(clusters: readonly Cluster[]): Interval & { readonly method: string } {
  const isClustered = clusters.length < clusteredSize(clusters)
  const equallyWeighted = clusters.every((cluster) => cluster.weight === cluster.size)
  const bcaFits = clusters.length >= minClustersForBca && clusters.length < minClustersForT
  if (equallyWeighted && !bcaFits)
    return {
      ...cr2Interval(clusters),
      method: isClustered ? 'mean, cluster-robust t (CR2) 95 %' : 'mean, t 95 %',
    }
  const resamples = bootstrapResamples.toLocaleString('en')
  const interval = bcaInterval(clusters, drawWith('bca', clusters.length))
  const over = isClustered ? ' over clusters' : ''
  return { ...interval, method: `mean, BCa bootstrap 95 %${over}, ${resamples} resamples` }
}
