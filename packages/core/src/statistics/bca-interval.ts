import { bootstrapResamples, resampledMeans, type DrawIndices } from './cluster-bootstrap.ts'
import { normalCdf, normalQuantile } from './distributions/normal.ts'
import type { Interval } from './estimate.ts'
import { clusteredMean, type Cluster } from './group-clusters.ts'
import { sampleQuantile } from './sample-quantile.ts'

/**
 * Bias-corrected and accelerated interval (Efron 1987), the acceleration from the jackknife over clusters.
 * Ties with the estimate count half in the bias correction.
 */
export function bcaInterval(
  clusters: readonly Cluster[],
  drawIndices: DrawIndices,
  resamples = bootstrapResamples,
): Interval {
  const means = resampledMeans(clusters, drawIndices, resamples).sort()
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
