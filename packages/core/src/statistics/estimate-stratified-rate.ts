import { effectiveRate } from './effective-rate.ts'
import { notTested, type Estimate, type Outcome } from './estimate.ts'
import { estimateRate } from './estimate-rate.ts'
import { wilsonInterval } from './wilson-interval.ts'

export interface Stratum {
  /** Share of the whole; need not sum to 1. 0 leaves the stratum out. */
  readonly weight: number
  readonly outcomes: readonly Outcome[]
}

/**
 * A macro or component score Σ w_h p_h: Wilson on n / design effect in each stratum, put together by MOVER
 * (Zou & Donner 2008). Not tested as soon as one stratum of positive weight has no case, for the sum would then
 * be another quantity. Strata that share clusters are not independent: then it is one weighted clustered rate.
 */
export function estimateStratifiedRate(strata: readonly Stratum[]): Estimate {
  const used = strata.filter((stratum) => stratum.weight > 0)
  const total = used.reduce((sum, stratum) => sum + stratum.weight, 0)
  const shares = used.map((stratum) => ({ ...stratum, weight: stratum.weight / total }))
  const parts = shares.flatMap((stratum) => describeStratum(stratum) ?? [])
  if (parts.length === 0 || parts.length < used.length) return notTested
  if (shareClusters(shares)) return estimateRate({ outcomes: shares.flatMap(spreadWeight) })
  const value = parts.reduce((sum, part) => sum + part.weight * part.rate, 0)
  return {
    value,
    low: Math.max(0, value - moverReach(parts.map((part) => part.weight * (part.rate - part.low)))),
    high: Math.min(1, value + moverReach(parts.map((part) => part.weight * (part.high - part.rate)))),
    n: parts.reduce((sum, part) => sum + part.n, 0),
    successes: parts.reduce((sum, part) => sum + part.successes, 0),
    clusters: parts.reduce((sum, part) => sum + part.clusters.length, 0),
    method: `stratified over ${parts.length}, MOVER on Wilson 95 %`,
  }
}

/** Root of the summed squares of the parts' distances from estimate to limit. */
const moverReach = (distances: readonly number[]): number => Math.hypot(...distances)

function describeStratum({ weight, outcomes }: Stratum) {
  const rate = effectiveRate(outcomes)
  return rate && { ...rate, weight, ...wilsonInterval(rate.rate, rate.effectiveN) }
}

function shareClusters(strata: readonly Stratum[]): boolean {
  const keys = strata.map(({ outcomes }) => new Set(outcomes.flatMap(({ clusterKey }) => clusterKey ?? [])))
  const different = new Set(keys.flatMap((set) => [...set]))
  return different.size < keys.reduce((sum, set) => sum + set.size, 0)
}

function spreadWeight({ weight, outcomes }: Stratum): readonly Outcome[] {
  const total = outcomes.reduce((sum, outcome) => sum + (outcome.weight ?? 1), 0)
  return outcomes.map((outcome) => ({ ...outcome, weight: (weight * (outcome.weight ?? 1)) / total }))
}
