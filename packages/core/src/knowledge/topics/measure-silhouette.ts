import { addTo, dot, type UnitVectors } from './unit-vectors.ts'

/** No cluster: the point takes no part. */
export const UNASSIGNED = -1

/** Points a mean is taken over at most, evenly spread over all. */
const MEASURED = 10_000

/**
 * The silhouettes of some points (Rousseeuw 1987) by cosine distance, exact in O(k) a point: the mean distance to a
 * cluster's members is 1 − x · mean. 0 for a point alone in its cluster and for unassigned points.
 */
export function measureSilhouettes(
  vectors: UnitVectors,
  labels: Int32Array,
  points: readonly number[] = [...labels.keys()],
): Float32Array {
  const clusters = sumClusters(vectors, labels)
  return Float32Array.from(points, (point) => {
    const vector = vectors[point] as Float32Array
    const own = labels[point] as number
    const size = clusters[own]?.size ?? 0
    if (own === UNASSIGNED || size < 2) return 0
    let inside = 0
    let nearest = Number.POSITIVE_INFINITY
    clusters.forEach((cluster, number) => {
      const total = dot(vector, cluster.sum)
      if (number === own) inside = 1 - (total - dot(vector, vector)) / (size - 1)
      else if (cluster.size > 0) nearest = Math.min(nearest, 1 - total / cluster.size)
    })
    const scale = Math.max(inside, nearest)
    return scale > 0 && Number.isFinite(nearest) ? (nearest - inside) / scale : 0
  })
}

/** Mean over the assigned points, 10,000 of them at most; `null` with fewer than two clusters. */
export function meanSilhouette(vectors: UnitVectors, labels: Int32Array): number | null {
  const assigned = [...labels.keys()].filter((index) => labels[index] !== UNASSIGNED)
  if (new Set(assigned.map((index) => labels[index])).size < 2) return null
  const values = measureSilhouettes(vectors, labels, spreadEvenly(assigned, MEASURED))
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** `count` of the items at most, in their order. */
export function spreadEvenly<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items
  const step = items.length / count
  return Array.from({ length: count }, (_, index) => items[Math.floor(index * step)] as T)
}

export interface ClusterSum {
  readonly sum: Float32Array
  size: number
}

/** Sum and size of each cluster, by its number. */
export function sumClusters(vectors: UnitVectors, labels: Int32Array): readonly ClusterSum[] {
  const length = vectors[0]?.length ?? 0
  const count = labels.reduce((most, label) => Math.max(most, label + 1), 0)
  const clusters: readonly ClusterSum[] = Array.from({ length: count }, () => ({
    sum: new Float32Array(length),
    size: 0,
  }))
  vectors.forEach((vector, index) => {
    const cluster = clusters[labels[index] as number]
    if (cluster === undefined) return
    addTo(cluster.sum, vector)
    cluster.size += 1
  })
  return clusters
}
