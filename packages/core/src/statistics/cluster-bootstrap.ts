import { normalCdf } from './distributions/normal.ts'
import { studentTQuantile } from './distributions/student-t.ts'
import type { Interval } from './estimate.ts'
import type { Cluster } from './group-clusters.ts'
import { createRandom } from './random.ts'
import { sampleQuantile } from './sample-quantile.ts'

export const bootstrapResamples = 2_000

/** Below this many clusters the bootstrap's intervals are too short (methods §3). */
export const minBootstrapClusters = 20

/**
 * Percentile interval for the weighted mean over whole clusters drawn with replacement, with the percentiles moved
 * out for few clusters ("expanded percentile", Hesterberg 2015 §5.3): plain percentiles cover too little at 20–50.
 * Needs at least two clusters.
 */
export function clusterBootstrapInterval(
  clusters: readonly Cluster[],
  confidence = 0.95,
  resamples = bootstrapResamples,
): Interval {
  const tail = expandedTail(clusters.length, confidence)
  const means = resampledMeans(clusters, drawWith('cluster bootstrap', clusters.length), resamples).sort()
  return { low: sampleQuantile(means, tail), high: sampleQuantile(means, 1 - tail) }
}

/** Lower tail probability Φ(−√(m/(m−1)) · t) for m clusters. */
export function expandedTail(clusters: number, confidence: number): number {
  const t = studentTQuantile((1 + confidence) / 2, clusters - 1)
  return normalCdf(-Math.sqrt(clusters / (clusters - 1)) * t)
}

/** Draws one resample: fills `target` with indices of clusters. Resamples come one after another. */
export type DrawIndices = (target: Uint32Array) => void

export function drawWith(seed: string, count: number): DrawIndices {
  const random = createRandom(seed)
  return (target) => random.fillIntegers(target, count)
}

/** One weighted mean a resample, unsorted. */
export function resampledMeans(
  clusters: readonly Cluster[],
  drawIndices: DrawIndices,
  resamples = bootstrapResamples,
): Float64Array {
  const sums = Float64Array.from(clusters, (cluster) => cluster.weightedSum)
  const weights = Float64Array.from(clusters, (cluster) => cluster.weight)
  const equal = weights.every((weight) => weight === weights[0])
  const indices = new Uint32Array(clusters.length)
  const means = new Float64Array(resamples)
  for (let resample = 0; resample < resamples; resample += 1) {
    drawIndices(indices)
    const weight = equal ? (weights[0] ?? 0) * clusters.length : gatherSum(weights, indices)
    means[resample] = gatherSum(sums, indices) / weight
  }
  return means
}

/** Four running sums, so that no addition waits for the one before. */
export function gatherSum(values: Float64Array, indices: Uint32Array): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let draw = 0
  for (; draw + 3 < indices.length; draw += 4) {
    a += values[indices[draw] ?? 0] ?? 0
    b += values[indices[draw + 1] ?? 0] ?? 0
    c += values[indices[draw + 2] ?? 0] ?? 0
    d += values[indices[draw + 3] ?? 0] ?? 0
  }
  for (; draw < indices.length; draw += 1) a += values[indices[draw] ?? 0] ?? 0
  return a + b + (c + d)
}
