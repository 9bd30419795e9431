import { studentTQuantile } from './distributions/student-t.ts'
import { clusteredMean, clusteredSize, type Cluster } from './group-clusters.ts'

/**
 * How many times larger the variance of the weighted mean is than that of n independent, equally weighted cases
 * of the same per-case variance (Kish 1965). No intra-cluster correlation is estimated: the clustered variance is
 * the linearised ratio variance over whole clusters ("ultimate clusters", Cochran 1977 §11.12),
 *
 *   v = m/(m−1) · Σ_c (Σ_i w_i (y_i − ȳ))² / (Σ w)²,   deff = v / (s²/n) · (t_{m−1} / t_{n−1})²,
 *
 * with m clusters; the quantiles of t make up for a variance known from few clusters (Korn & Graubard 1998).
 * 1 for independent, equally weighted cases. Never below 1, so that a lucky sample does not count for more than
 * independent cases; never above the worst case, where each cluster tells as much as one case. The worst case
 * holds also for one cluster, and where the cases do not vary.
 */
export function designEffect(clusters: readonly Cluster[], varianceOfOne: number): number {
  if (isIndependent(clusters)) return 1
  const n = clusteredSize(clusters)
  const worst = Math.max(1, n / effectiveClusters(clusters))
  if (clusters.length < 2 || varianceOfOne <= 0) return worst
  const estimated = clusteredVariance(clusters) / (varianceOfOne / n)
  return Math.min(worst, Math.max(1, estimated * fewClustersFactor(clusters.length, n)))
}

/** Kish's effective number of clusters, (Σ W)² / Σ W²: how many equal clusters carry as much. */
export function effectiveClusters(clusters: readonly Cluster[]): number {
  const total = clusters.reduce((sum, cluster) => sum + cluster.weight, 0)
  return total ** 2 / clusters.reduce((sum, cluster) => sum + cluster.weight ** 2, 0)
}

function clusteredVariance(clusters: readonly Cluster[]): number {
  const mean = clusteredMean(clusters)
  const total = clusters.reduce((sum, cluster) => sum + cluster.weight, 0)
  const squares = clusters.reduce(
    (sum, { weightedSum, weight }) => sum + (weightedSum - weight * mean) ** 2,
    0,
  )
  return (clusters.length / (clusters.length - 1)) * (squares / total ** 2)
}

function fewClustersFactor(clusters: number, n: number): number {
  return (studentTQuantile(0.975, clusters - 1) / studentTQuantile(0.975, n - 1)) ** 2
}

function isIndependent(clusters: readonly Cluster[]): boolean {
  const weight = clusters[0]?.weight
  return clusters.every((cluster) => cluster.size === 1 && cluster.weight === weight)
}
