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
export function clusterBootstrapInterval(clusters: readonly Cluster[], confidence = 0.95): Interval {
  const tail = expandedTail(clusters.length, confidence)
  const means = resampledMeans(clusters, drawWith('cluster bootstrap', clusters.length)).sort()
  return { low: sampleQuantile(means, tail), high: sampleQuantile(means, 1 - tail) }
}

/** Lower tail probability Φ(−√(m/(m−1)) · t) for m clusters. */
export function expandedTail(clusters: number, confidence: number): number {
  const t = studentTQuantile((1 + confidence) / 2, clusters - 1)
  return normalCdf(-Math.sqrt(clusters / (clusters - 1)) * t)
}

/** Draws the index of a cluster. Resamples come one after another, each as many draws as there are clusters. */
export type DrawIndex = () => number

export function drawWith(seed: string, count: number): DrawIndex {
  const random = createRandom(seed)
  return () => random.integer(count)
}

/** One weighted mean a resample, unsorted. */
export function resampledMeans(
  clusters: readonly Cluster[],
  drawIndex: DrawIndex,
  resamples = bootstrapResamples,
): Float64Array {
  const sums = Float64Array.from(clusters, (cluster) => cluster.weightedSum)
  const weights = Float64Array.from(clusters, (cluster) => cluster.weight)
  return Float64Array.from({ length: resamples }, () => {
    let sum = 0
    let weight = 0
    for (let draw = 0; draw < clusters.length; draw += 1) {
      const index = drawIndex()
      sum += sums[index] ?? 0
      weight += weights[index] ?? 0
    }
    return sum / weight
  })
}
