import { designEffect } from './design-effect.ts'
import type { Outcome } from './estimate.ts'
import {
  clusteredMean,
  clusteredSize,
  groupClusters,
  type Cluster,
  type ClusteredValue,
} from './group-clusters.ts'

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
  const clusters = groupClusters(valuesOf(outcomes))
  if (clusters.length === 0) return null
  const n = clusteredSize(clusters)
  const successes = outcomes.reduce((sum, { pass, weight }) => (pass && weight !== 0 ? sum + 1 : sum), 0)
  const rate = successes === n ? 1 : clusteredMean(clusters)
  const deff = designEffect(clusters, rate * (1 - rate))
  return { rate, n, successes, clusters, designEffect: deff, effectiveN: n / deff }
}

/** One after another: of thousands of cases no list is made. */
function* valuesOf(outcomes: readonly Outcome[]): Generator<ClusteredValue, undefined> {
  for (const { pass, clusterKey, weight } of outcomes) yield { value: pass ? 1 : 0, clusterKey, weight }
}
