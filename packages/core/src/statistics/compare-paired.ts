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
}

/**
 * Two runs over the same cases (methods §3). Yes/no and independent: Tango with mid-P McNemar. Repeats, scores or
 * clusters: sign-flip permutation of whole clusters with the cluster bootstrap from 20 clusters, 5 of them
 * differing; below that Tango on n / design effect, which needs differences within ±1.
 */
export function comparePaired(pairs: readonly Pair[]): MeasuredDifference {
  if (pairs.length === 0) return differenceNotTested
  const differences = pairs.map((pair) => pair.second - pair.first)
  const clusters = groupClusters(pairs.map((pair, i) => ({ ...pair, value: differences[i] ?? 0 })))
  const areYesNo = pairs.every(isYesNo)
  if (clusters.length === pairs.length && areYesNo) return compareYesNo(differences)
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

const isYesNo = ({ first, second }: Pair): boolean =>
  (first === 0 || first === 1) && (second === 0 || second === 1)

function compareYesNo(differences: readonly number[]): MeasuredDifference {
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

const designOfRates = (differences: readonly number[]): PowerDesign => ({
  kind: 'paired rates',
  discordance: differences.filter((difference) => difference !== 0).length / differences.length,
})

const designOfMeans = (differences: readonly number[]): PowerDesign => ({
  kind: 'paired means',
  standardDeviation: Math.sqrt((variance(differences) * differences.length) / (differences.length - 1)),
})

type ChosenInterval = Pick<MeasuredDifference, 'low' | 'high' | 'method'>

function chooseInterval(differences: readonly number[], clusters: readonly Cluster[]): ChosenInterval {
  const differing = clusters.filter((cluster) => cluster.weightedSum !== 0).length
  const isClustered = clusters.length < differences.length
  const counted = isClustered ? `, ${clusters.length} clusters` : ''
  if (clusters.length >= minBootstrapClusters && differing >= minDifferingClusters)
    return {
      ...clusterBootstrapInterval(clusters),
      method: `paired, ${isClustered ? 'cluster ' : ''}bootstrap 95 % with sign flips${counted}`,
    }
  if (differences.some((difference) => Math.abs(difference) > 1))
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
function boundedInterval(differences: readonly number[], clusters: readonly Cluster[]): Interval {
  const { gained, lost } = sumParts(differences)
  const deff = designEffect(clusters, variance(differences))
  return tangoInterval({ gained: gained / deff, lost: lost / deff, n: differences.length / deff })
}

function sumParts(differences: readonly number[]): { gained: number; lost: number } {
  const gained = differences.reduce((sum, difference) => sum + Math.max(0, difference), 0)
  return { gained, lost: differences.reduce((sum, difference) => sum + Math.max(0, -difference), 0) }
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
}
