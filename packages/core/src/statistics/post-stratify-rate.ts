import { notTested, type Estimate, type Interval, type Outcome } from './estimate.ts'
import { estimateStratifiedRate } from './estimate-stratified-rate.ts'

export interface TrafficStratum {
  readonly name: string
  /** Share of the traffic; need not sum to 1. */
  readonly share: number
  readonly outcomes: readonly Outcome[]
}

export interface PostStratified {
  /** The rate over the part of the traffic that was tested. */
  readonly estimate: Estimate
  /** Share of the traffic in strata with at least one case. */
  readonly coveredShare: number
  readonly uncovered: readonly string[]
  /** The rate over all traffic if everything uncovered failed, or passed; the interval's ends taken along. */
  readonly bounds: Interval | null
}

/**
 * The rate that users meet: strata of the test set weighted by their share of the traffic instead of the test set
 * (Cochran 1977 §5A.9, conditional on the stratum counts): Σ share · rate with MOVER on Wilson.
 */
export function postStratifyRate(strata: readonly TrafficStratum[]): PostStratified {
  const used = strata.filter(({ share }) => share > 0)
  const total = used.reduce((sum, { share }) => sum + share, 0)
  const covered = used.filter(({ outcomes }) => outcomes.some(({ weight }) => weight !== 0))
  const uncovered = used.filter((stratum) => !covered.includes(stratum)).map(({ name }) => name)
  if (covered.length === 0) return { estimate: notTested, coveredShare: 0, uncovered, bounds: null }
  const coveredShare = covered.reduce((sum, { share }) => sum + share, 0) / total
  const estimate = estimateStratifiedRate(covered.map(({ share, outcomes }) => ({ weight: share, outcomes })))
  return { estimate, coveredShare, uncovered, bounds: boundsOver(estimate, coveredShare) }
}

function boundsOver({ low, high }: Estimate, coveredShare: number): Interval | null {
  if (low === null || high === null) return null
  return { low: low * coveredShare, high: Math.min(1, high * coveredShare + 1 - coveredShare) }
}
