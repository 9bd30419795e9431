/** One cluster, reduced to what variances and resampling need. */
export interface Cluster {
  /** Σ weight × value over the cluster's cases. */
  readonly weightedSum: number
  /** Σ weight. */
  readonly weight: number
  readonly size: number
}

export interface ClusteredValue {
  readonly value: number
  readonly clusterKey?: string | undefined
  readonly weight?: number | undefined
}

/**
 * Groups values by cluster key; a value without key is a cluster of its own, one of weight 0 is left out.
 * The clusters come sorted by content, so that a seeded resample does not depend on the order of the rows.
 */
export function groupClusters(values: Iterable<ClusteredValue>): readonly Cluster[] {
  const keyed = new Map<string, Cluster>()
  const single: Cluster[] = []
  for (const { value, clusterKey, weight = 1 } of values) {
    if (!(weight >= 0)) throw new Error(`bug: a weight of ${weight}`)
    if (weight === 0) continue
    const before = clusterKey === undefined ? empty : (keyed.get(clusterKey) ?? empty)
    const cluster =
      before === empty && weight === 1
        ? clusterOfOne(value)
        : {
            weightedSum: before.weightedSum + weight * value,
            weight: before.weight + weight,
            size: before.size + 1,
          }
    if (clusterKey === undefined) single.push(cluster)
    else keyed.set(clusterKey, cluster)
  }
  return [...keyed.values(), ...single].sort(
    (a, b) => a.weightedSum - b.weightedSum || a.weight - b.weight || a.size - b.size,
  )
}

/** Σ weight × value / Σ weight. NaN for no clusters. */
export function clusteredMean(clusters: readonly Cluster[]): number {
  const weightedSum = clusters.reduce((sum, cluster) => sum + cluster.weightedSum, 0)
  return weightedSum / clusters.reduce((sum, cluster) => sum + cluster.weight, 0)
}

/** Cases in all clusters together. */
export const clusteredSize = (clusters: readonly Cluster[]): number =>
  clusters.reduce((sum, cluster) => sum + cluster.size, 0)

const empty: Cluster = { weightedSum: 0, weight: 0, size: 0 }
const failure: Cluster = { weightedSum: 0, weight: 1, size: 1 }
const success: Cluster = { weightedSum: 1, weight: 1, size: 1 }

/** Most cases stand for themselves and pass or fail: they share two clusters. */
const clusterOfOne = (value: number): Cluster =>
  value === 0 ? failure : value === 1 ? success : { weightedSum: value, weight: 1, size: 1 }
