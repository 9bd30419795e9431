import { clopperPearsonLower, clopperPearsonUpper } from './clopper-pearson-bound.ts'
import { bootstrapResamples, clusterBootstrapInterval, minBootstrapClusters } from './cluster-bootstrap.ts'
import { effectiveRate, type EffectiveRate } from './effective-rate.ts'
import { notTested, type Estimate, type Interval, type Outcome } from './estimate.ts'
import { wilsonInterval } from './wilson-interval.ts'

/** The bootstrap sees too little of a rare outcome to know its spread: at least so many clusters must hold each. */
const minClustersOfEachOutcome = 5

export interface RateInput {
  readonly outcomes: readonly Outcome[]
  /** The claim is "at least this safe": a one-sided lower bound on the rate of passes. */
  readonly safety?: boolean | undefined
}

/**
 * The one entry for any rate; chooses the interval by methods §3. Leave errors, not judged and not applicable out of
 * `outcomes`. Weights make the value Σ w·pass / Σ w; `n` and `successes` stay plain counts.
 */
export function estimateRate({ outcomes, safety = false }: RateInput): Estimate {
  const rate = effectiveRate(outcomes)
  if (!rate) return notTested
  const { n, successes, clusters } = rate
  return { value: rate.rate, ...chooseInterval(rate, safety), n, successes, clusters: clusters.length }
}

type NamedInterval = Interval & { readonly method: string }

function chooseInterval(rate: EffectiveRate, safety: boolean): NamedInterval {
  if (rate.rate === 0) return boundAbove(rate)
  if (rate.rate === 1 || safety) return boundBelow(rate)
  if (canBootstrap(rate)) return bootstrap(rate)
  return { ...wilsonInterval(rate.rate, rate.effectiveN), method: `Wilson 95 %${reduction(rate)}` }
}

function boundAbove(rate: EffectiveRate): NamedInterval {
  const method = `Clopper–Pearson, one-sided 95 % upper bound${reduction(rate)}`
  return { low: 0, high: clopperPearsonUpper(0, rate.effectiveN, 0.95), method }
}

function boundBelow(rate: EffectiveRate): NamedInterval {
  const method = `Clopper–Pearson, one-sided 95 % lower bound${reduction(rate)}`
  return { low: clopperPearsonLower(rate.rate * rate.effectiveN, rate.effectiveN, 0.95), high: 1, method }
}

function bootstrap({ clusters }: EffectiveRate): NamedInterval {
  const resamples = bootstrapResamples.toLocaleString('en')
  return { ...clusterBootstrapInterval(clusters), method: `cluster bootstrap 95 %, ${resamples} resamples` }
}

const reduction = ({ designEffect, clusters, n }: EffectiveRate): string =>
  designEffect === 1 && clusters.length === n ? '' : ` on n / design effect ${designEffect.toFixed(2)}`

function canBootstrap({ clusters, n }: EffectiveRate): boolean {
  const withPass = clusters.filter((cluster) => cluster.weightedSum > 0).length
  const withFail = clusters.filter((cluster) => cluster.weightedSum < cluster.weight).length
  const bothSeen = Math.min(withPass, withFail) >= minClustersOfEachOutcome
  return clusters.length < n && clusters.length >= minBootstrapClusters && bothSeen
}
