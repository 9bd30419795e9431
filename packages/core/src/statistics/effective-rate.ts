import { designEffect } from './design-effect.ts'
import type { Outcome } from './estimate.ts'
import { clusteredMean, groupClusters, type Cluster } from './group-clusters.ts'

export interface EffectiveRate {
  readonly rate: number
  /** Plain counts of the cases and passes behind the rate. */
  readonly n: number
  readonly successes: number
  readonly clusters: readonly Cluster[]
  readonly designEffect: number
  /** n / design effect: as many independent cases would tell as much. */
  readonly effectiveN: number
}

/** A rate reduced to what its interval needs; null when no case counts. Cases of weight 0 do not count. */
export function effectiveRate(outcomes: readonly Outcome[]): EffectiveRate | null {
  const counted = outcomes.filter((outcome) => outcome.weight !== 0)
  const n = counted.length
  if (n === 0) return null
  const clusters = groupClusters(counted.map((outcome) => ({ ...outcome, value: outcome.pass ? 1 : 0 })))
  const successes = counted.filter((outcome) => outcome.pass).length
  const rate = successes === n ? 1 : clusteredMean(clusters)
  const deff = designEffect(clusters, rate * (1 - rate))
  return { rate, n, successes, clusters, designEffect: deff, effectiveN: n / deff }
}
