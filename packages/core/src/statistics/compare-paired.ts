import { clusterBootstrapInterval, minBootstrapClusters } from './cluster-bootstrap.ts'
import { designEffect } from './design-effect.ts'
import { differenceNotTested, type MeasuredDifference } from './difference.ts'
import type { Interval } from './estimate.ts'
import { clusteredMean, groupClusters, type Cluster } from './group-clusters.ts'
import { mcnemarMidP } from './mcnemar-mid-p.ts'
import type { PowerDesign } from './power/power-design.ts'
import { signFlipTest } from './sign-flip-test.ts'
import { tangoInterval } from './tango-interval.ts'

/** The bootstrap knows nothing of a spread it has not seen: at least so many clusters must differ. */
const minDifferingClusters = 5

/** One case in both runs: 0 or 1, a score, or the mean over repeats. */
export interface Pair {
  readonly first: number
  readonly second: number
  readonly clusterKey?: string | undefined
  /** How many cases it stands for; 1 unless given. */
  readonly weight?: number | undefined
}

/**
 * Two runs over the same cases (methods §3). Yes/no and independent: Tango with mid-P McNemar. Repeats, scores or
 * clusters: sign-flip permutation of whole clusters with the cluster bootstrap from 20 clusters, 5 of them
 * differing; below that Tango on n / design effect, which needs differences within ±1. Unequal weights go the same way.
 */
export function comparePaired(pairs: readonly Pair[]): MeasuredDifference {
  if (pairs.length === 0) return differenceNotTested
  const total = pairs.reduce((sum, { weight = 1 }) => sum + weight, 0)
  const differences = pairs.map(({ first, second, weight = 1 }) => ({
    value: second - first,
    weight: (weight * pairs.length) / total,
  }))
  const clusters = groupClusters(pairs.map((pair) => ({ ...pair, value: pair.second - pair.first })))
  const areYesNo = pairs.every(isYesNo)
  const areAlike = new Set(pairs.map(({ weight }) => weight)).size === 1
  if (clusters.length === pairs.length && areYesNo && areAlike) return compareYesNo(differences)
  const pValue = signFlipTest(clusters.map((cluster) => cluster.weightedSum))
  return {
    difference: clusteredMean(clusters),
    ...chooseInterval(differences, clusters),
    pValue,
    pairs: pairs.length,
    variation: {
      design: areYesNo ? designOfRates(differences) : designOfMeans(differences),
      designEffect: designEffect(clusters, variance(differences)),
    },
  }
}

/** Of one pair. The weights have a mean of 1. */
interface PairDifference {
  readonly value: number
  readonly weight: number
}

const isYesNo = ({ first, second }: Pair): boolean =>
  (first === 0 || first === 1) && (second === 0 || second === 1)

function compareYesNo(differences: readonly PairDifference[]): MeasuredDifference {
  const { gained, lost } = sumParts(differences)
  return {
    difference: (gained - lost) / differences.length,
    ...tangoInterval({ gained, lost, n: differences.length }),
    pValue: mcnemarMidP(gained, lost),
    pairs: differences.length,
    method: 'paired, Tango 95 % with mid-P McNemar',
    variation: { design: designOfRates(differences), designEffect: 1 },
  }
}

const designOfRates = (differences: readonly PairDifference[]): PowerDesign => ({
  kind: 'paired rates',
  discordance: meanOf(differences, Math.abs),
})

const designOfMeans = (differences: readonly PairDifference[]): PowerDesign => ({
  kind: 'paired means',
  standardDeviation: Math.sqrt((variance(differences) * differences.length) / (differences.length - 1)),
})

type ChosenInterval = Pick<MeasuredDifference, 'low' | 'high' | 'method'>

function chooseInterval(
  differences: readonly PairDifference[],
  clusters: readonly Cluster[],
): ChosenInterval {
  const differing = clusters.filter((cluster) => cluster.weightedSum !== 0).length
  const isClustered = clusters.length < differences.length
  const counted = isClustered ? `, ${clusters.length} clusters` : ''
  if (clusters.length >= minBootstrapClusters && differing >= minDifferingClusters)
    return {
      ...clusterBootstrapInterval(clusters),
      method: `paired, ${isClustered ? 'cluster ' : ''}bootstrap 95 % with sign flips${counted}`,
    }
  if (differences.some(({ value }) => Math.abs(value) > 1))
    return {
      low: null,
      high: null,
      method: `paired, no interval under ${minBootstrapClusters} ${isClustered ? 'clusters' : 'cases'}`,
    }
  return {
    ...boundedInterval(differences, clusters),
    method: `paired, Tango 95 %${isClustered ? ' on n / design effect' : ''} with sign flips${counted}`,
  }
}

/**
 * Tango with the summed gains and losses as counts. For differences within ±1 this is on the safe side: of all
 * such differences with the same gains and losses, those of size 0 and 1 vary most.
 */
function boundedInterval(differences: readonly PairDifference[], clusters: readonly Cluster[]): Interval {
  const { gained, lost } = sumParts(differences)
  const deff = designEffect(clusters, variance(differences))
  return tangoInterval({ gained: gained / deff, lost: lost / deff, n: differences.length / deff })
}

const sumParts = (differences: readonly PairDifference[]): { gained: number; lost: number } => ({
  gained: sumOf(differences, (value) => Math.max(0, value)),
  lost: sumOf(differences, (value) => Math.max(0, -value)),
})

function variance(differences: readonly PairDifference[]): number {
  const mean = meanOf(differences, (value) => value)
  return meanOf(differences, (value) => (value - mean) ** 2)
}

const meanOf = (differences: readonly PairDifference[], of: (value: number) => number): number =>
  sumOf(differences, of) / differences.length

const sumOf = (differences: readonly PairDifference[], of: (value: number) => number): number =>
  differences.reduce((sum, { value, weight }) => sum + weight * of(value), 0)
