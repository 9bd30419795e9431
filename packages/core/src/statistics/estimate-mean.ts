import { bootstrapResamples, drawWith, resampledMeans, type DrawIndex } from './cluster-bootstrap.ts'
import { normalCdf, normalQuantile } from './distributions/normal.ts'
import { studentTQuantile } from './distributions/student-t.ts'
import { notTested, type Estimate, type Interval } from './estimate.ts'
import {
  clusteredMean,
  clusteredSize,
  groupClusters,
  type Cluster,
  type ClusteredValue,
} from './group-clusters.ts'
import { sampleQuantile } from './sample-quantile.ts'

const minClustersForT = 30

/**
 * Mean score with a 95 % interval: cluster-robust t (CR2) from 30 clusters, else BCa over whole clusters.
 * One cluster, or clusters that do not differ, say nothing about the spread: no interval. Weighted values: BCa.
 */
export function estimateMean(values: readonly ClusteredValue[]): Estimate {
  const clusters = groupClusters(values)
  if (clusters.length === 0) return notTested
  return {
    value: clusteredMean(clusters),
    ...chooseInterval(clusters),
    n: clusteredSize(clusters),
    clusters: clusters.length,
  }
}

type MeanInterval = Pick<Estimate, 'low' | 'high' | 'method'>

function chooseInterval(clusters: readonly Cluster[]): MeanInterval {
  const means = clusters.map((cluster) => cluster.weightedSum / cluster.weight)
  const spread = Math.max(...means) - Math.min(...means)
  if (spread < 1e-12)
    return { low: null, high: null, method: 'mean, no interval: no spread between the cases' }
  const equallyWeighted = clusters.every((cluster) => cluster.weight === cluster.size)
  if (clusters.length >= minClustersForT && equallyWeighted)
    return { ...cr2Interval(clusters), method: 'mean, cluster-robust t (CR2) 95 %' }
  const resamples = bootstrapResamples.toLocaleString('en')
  const interval = bcaInterval(clusters, drawWith('bca', clusters.length))
  return { ...interval, method: `mean, BCa bootstrap 95 % over clusters, ${resamples} resamples` }
}

/**
 * Bias-corrected and accelerated interval (Efron 1987), the acceleration from the jackknife over clusters.
 * Ties with the estimate count half in the bias correction.
 */
export function bcaInterval(
  clusters: readonly Cluster[],
  drawIndex: DrawIndex,
  resamples = bootstrapResamples,
): Interval {
  const means = resampledMeans(clusters, drawIndex, resamples).sort()
  const bias = normalQuantile(shareBelow(means, clusteredMean(clusters)))
  const acceleration = jackknifeAcceleration(clusters)
  const adjusted = (probability: number): number => {
    const shifted = bias + normalQuantile(probability)
    return normalCdf(bias + shifted / (1 - acceleration * shifted))
  }
  return { low: sampleQuantile(means, adjusted(0.025)), high: sampleQuantile(means, adjusted(0.975)) }
}

function shareBelow(means: Float64Array, estimate: number): number {
  const tie = 1e-12 * Math.max(1, Math.abs(estimate))
  const counts = means.map((mean) => (Math.abs(mean - estimate) <= tie ? 0.5 : mean < estimate ? 1 : 0))
  return counts.reduce((sum, count) => sum + count, 0) / means.length
}

function jackknifeAcceleration(clusters: readonly Cluster[]): number {
  const total = clusters.reduce((sum, cluster) => sum + cluster.weight, 0)
  const weightedSum = clusters.reduce((sum, cluster) => sum + cluster.weightedSum, 0)
  const without = clusters.map((cluster) => (weightedSum - cluster.weightedSum) / (total - cluster.weight))
  const centre = without.reduce((sum, mean) => sum + mean, 0) / without.length
  const moment = (power: number): number => without.reduce((sum, mean) => sum + (centre - mean) ** power, 0)
  return moment(3) / (6 * moment(2) ** 1.5)
}

/**
 * CR2 with Bell–McCaffrey degrees of freedom (Pustejovsky & Tipton 2018), in closed form for a mean of n values in
 * clusters of m_c:  v = Σ_c S_c² / (1 − m_c/n) / n²  with S_c the cluster's summed residuals.
 */
export function cr2Interval(clusters: readonly Cluster[], confidence = 0.95): Interval {
  const n = clusteredSize(clusters)
  const mean = clusteredMean(clusters)
  const terms = clusters.map(({ size, weightedSum }) => (weightedSum - size * mean) ** 2 / (1 - size / n))
  const variance = terms.reduce((sum, term) => sum + term, 0) / n ** 2
  const reach = studentTQuantile((1 + confidence) / 2, bellMcCaffrey(clusters, n)) * Math.sqrt(variance)
  return { low: mean - reach, high: mean + reach }
}

function bellMcCaffrey(clusters: readonly Cluster[], n: number): number {
  const shares = clusters.map(({ size }) => size ** 2 / (1 - size / n))
  const sum = shares.reduce((total, share) => total + share, 0)
  const squares = shares.reduce((total, share) => total + share ** 2, 0)
  const diagonal = clusters.reduce((total, { size }) => total + size ** 2, 0)
  return n ** 2 / (diagonal + (sum ** 2 - squares) / n ** 2)
}
