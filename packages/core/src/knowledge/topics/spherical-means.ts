import { sumClusters } from './measure-silhouette.ts'
import { dot, normalise, type UnitVectors } from './unit-vectors.ts'

const MAX_ITERATIONS = 20

/** Moves each point to its most similar centroid until none moves (spherical k-means, Dhillon & Modha 2001). */
export function refineClusters(vectors: UnitVectors, start: Int32Array): Int32Array {
  let labels = start
  for (let round = 0; round < MAX_ITERATIONS; round += 1) {
    const next = assignNearest(vectors, centroidsOf(vectors, labels))
    if (next.every((label, index) => label === labels[index])) return labels
    labels = next
  }
  return labels
}

/** The mean direction of each cluster. */
export const centroidsOf = (vectors: UnitVectors, labels: Int32Array): UnitVectors =>
  sumClusters(vectors, labels).map(({ sum }) => normalise(sum))

export const assignNearest = (vectors: UnitVectors, centroids: UnitVectors): Int32Array =>
  Int32Array.from(vectors, (vector) => nearestCentroid(vector, centroids).cluster)

export function nearestCentroid(
  vector: Float32Array,
  centroids: UnitVectors,
): { readonly cluster: number; readonly similarity: number } {
  let cluster = 0
  let similarity = Number.NEGATIVE_INFINITY
  centroids.forEach((centroid, index) => {
    const value = dot(vector, centroid)
    if (value > similarity) {
      similarity = value
      cluster = index
    }
  })
  return { cluster, similarity }
}
