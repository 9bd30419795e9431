import { spreadEvenly, sumClusters, UNASSIGNED } from './measure-silhouette.ts'
import { dot, normalise, type UnitVectors } from './unit-vectors.ts'

/** Standard deviations above the mean similarity to a topic of others: what a chunk must exceed to belong to its own. */
const DEVIATIONS = 2.5
/** Chunks the similarities to other topics are measured on at most. */
const MEASURED = 5000
/** Fewer chunks are no topic. */
export const MIN_TOPIC_SIZE = 3

/** What a topic asks of a chunk that would belong to it. */
export interface TopicBounds {
  readonly centroids: UnitVectors
  /** Least cosine to the nearest centroid. */
  readonly threshold: number
}

/**
 * The labels with every chunk that is far from all topics unassigned: one that is not clearly more similar to its own topic
 * (itself left out) than chunks are to topics of others. Topics that are left with too few chunks are dissolved.
 */
export function releaseOutliers(vectors: UnitVectors, labels: Int32Array): Int32Array {
  const { threshold } = measureBounds(vectors, labels)
  const own = similaritiesToOwn(vectors, labels)
  const near = labels.map((label, index) =>
    label !== UNASSIGNED && (own[index] as number) >= threshold ? label : UNASSIGNED,
  )
  return renumber(near)
}

export function measureBounds(vectors: UnitVectors, labels: Int32Array): TopicBounds {
  const centroids = sumClusters(vectors, labels).map(({ sum }) => normalise(sum))
  const assigned = [...labels.keys()].filter((index) => labels[index] !== UNASSIGNED)
  let [count, mean, squares] = [0, 0, 0]
  for (const index of spreadEvenly(assigned, MEASURED)) {
    centroids.forEach((centroid, cluster) => {
      if (cluster === labels[index]) return
      const similarity = dot(vectors[index] as Float32Array, centroid)
      count += 1
      const change = similarity - mean
      mean += change / count
      squares += change * (similarity - mean)
    })
  }
  return { centroids, threshold: count === 0 ? 0 : mean + DEVIATIONS * Math.sqrt(squares / count) }
}

/** Cosine of each vector and the mean direction of the others of its cluster; 0 where it is alone. */
function similaritiesToOwn(vectors: UnitVectors, labels: Int32Array): Float32Array {
  const clusters = sumClusters(vectors, labels)
  const squares = clusters.map(({ sum }) => dot(sum, sum))
  return Float32Array.from(vectors, (vector, index) => {
    const label = labels[index] as number
    const cluster = clusters[label]
    if (cluster === undefined || cluster.size < 2) return 0
    const [along, self] = [dot(vector, cluster.sum), dot(vector, vector)]
    const rest = (squares[label] as number) - 2 * along + self
    return rest > 0 ? (along - self) / Math.sqrt(rest) : 0
  })
}

/** Clusters that are large enough, numbered from 0 in the order of their first chunks. */
function renumber(labels: Int32Array): Int32Array {
  const sizes = new Map<number, number>()
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  const numbers = new Map<number, number>()
  return labels.map((label) => {
    if (label === UNASSIGNED || (sizes.get(label) ?? 0) < MIN_TOPIC_SIZE) return UNASSIGNED
    const number = numbers.get(label) ?? numbers.size
    numbers.set(label, number)
    return number
  })
}
