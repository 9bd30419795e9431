import type { Random } from '../../statistics/random.ts'
import { cutClusters, linkClusters } from './link-clusters.ts'
import { meanSilhouette } from './measure-silhouette.ts'
import { assignNearest, centroidsOf, refineClusters } from './spherical-means.ts'
import type { UnitVectors } from './unit-vectors.ts'

/** Points the number of clusters is chosen on at most: the hierarchy takes n² memory. */
const SAMPLE = 1000
/** The mean silhouette of text mostly rises with the number of clusters: 1.75 √n of them, and 100, are the most a reader takes in. */
const MAX_CLUSTERS = 100
const MAX_PER_ROOT = 1.75
/** Numbers of clusters that are tried: each this much larger than the one before. */
const STEP = 1.2
/** Of the numbers whose silhouette is this close to the best one, the smallest wins: fewer topics are easier to read. */
const TOLERANCE = 0.95

/** The cluster of each vector; how many there are is chosen by the mean silhouette. All 0 where there is nothing to tell apart. */
export function chooseClusters(vectors: UnitVectors, random: Random): Int32Array {
  const sample = random.sample([...vectors.keys()], SAMPLE).toSorted((left, right) => left - right)
  const sampled = sample.map((index) => vectors[index] as Float32Array)
  const largest = Math.min(MAX_CLUSTERS, Math.round(MAX_PER_ROOT * Math.sqrt(vectors.length)))
  if (largest < 2) return new Int32Array(vectors.length)
  const labels = bestCut(sampled, largest)
  if (sampled.length === vectors.length) return labels
  return refineClusters(vectors, assignNearest(vectors, centroidsOf(sampled, labels)))
}

function bestCut(vectors: UnitVectors, largest: number): Int32Array {
  const merges = linkClusters(vectors)
  const tried = countsToTry(largest).map((count) => {
    const labels = refineClusters(vectors, Int32Array.from(cutClusters(merges, count)))
    return { labels, silhouette: meanSilhouette(vectors, labels) ?? 0 }
  })
  const best = Math.max(...tried.map(({ silhouette }) => silhouette))
  if (best <= 0) return new Int32Array(vectors.length)
  return (
    tried.find(({ silhouette }) => silhouette >= TOLERANCE * best)?.labels ?? new Int32Array(vectors.length)
  )
}

function countsToTry(largest: number): readonly number[] {
  const counts: number[] = []
  for (let count = 2; count <= largest; count = Math.max(count + 1, Math.round(count * STEP)))
    counts.push(count)
  return counts
}
