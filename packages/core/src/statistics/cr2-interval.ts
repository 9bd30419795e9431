import { studentTQuantile } from './distributions/student-t.ts'
import type { Interval } from './estimate.ts'
import { clusteredMean, clusteredSize, type Cluster } from './group-clusters.ts'

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
