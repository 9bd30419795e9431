import { bootstrapResamples, expandedTail, gatherSum, type DrawIndices } from './cluster-bootstrap.ts'
import type { Interval } from './estimate.ts'
import { sampleQuantile } from './sample-quantile.ts'

const roundingNoise = 1e-12

/** A statistic that depends on the rows only through sums over them: kappa, alpha, corpus BLEU. */
export interface SumStatistic {
  /** One vector of summands for each independent unit (a cluster), all of one length. */
  readonly units: readonly (readonly number[] | Float64Array)[]
  readonly statistic: (sums: Float64Array) => number
}

/**
 * Expanded-percentile interval (Hesterberg 2015 §5.3) of a statistic of sums over whole units drawn with replacement.
 * null under two units, or where the statistic is undefined in more than a hundredth of the resamples.
 */
export function bootstrapSums(
  { units, statistic }: SumStatistic,
  drawIndices: DrawIndices,
  resamples = bootstrapResamples,
): Interval | null {
  if (units.length < 2) return null
  const values = resampledStatistics({ units, statistic }, drawIndices, resamples)
    .filter((value) => Number.isFinite(value))
    .sort()
  if (values.length < 0.99 * resamples) return null
  const tail = expandedTail(units.length, 0.95)
  return { low: sampleQuantile(values, tail), high: sampleQuantile(values, 1 - tail) }
}

/** One value a resample, unsorted; NaN where the statistic is undefined. */
export function resampledStatistics(
  { units, statistic }: SumStatistic,
  drawIndices: DrawIndices,
  resamples = bootstrapResamples,
): Float64Array {
  const size = units[0]?.length ?? 0
  const columns = Array.from({ length: size }, (_, column) =>
    Float64Array.from(units, (unit) => unit[column] ?? 0),
  )
  const sums = new Float64Array(size)
  const values = new Float64Array(resamples)
  const indices = new Uint32Array(units.length)
  for (let resample = 0; resample < resamples; resample += 1) {
    drawIndices(indices)
    for (const [column, summands] of columns.entries()) sums[column] = gatherSum(summands, indices)
    values[resample] = statistic(sums)
  }
  return values
}

/** The statistic over all units once: the estimate itself. What rounding leaves of 0 is 0. */
export function statisticOfAll({ units, statistic }: SumStatistic): number {
  const sums = new Float64Array(units[0]?.length ?? 0)
  for (const unit of units) addRow(sums, unit)
  const value = statistic(sums)
  return Math.abs(value) < roundingNoise ? 0 : value
}

/** Sums the vectors of rows that share a key; a row without key is a unit of its own. */
export function groupUnits(
  rows: readonly { readonly vector: readonly number[]; readonly clusterKey?: string | undefined }[],
): readonly Float64Array[] {
  const keyed = new Map<string, Float64Array>()
  const single: Float64Array[] = []
  for (const { vector, clusterKey } of rows) {
    const before = clusterKey === undefined ? undefined : keyed.get(clusterKey)
    const unit = before ?? new Float64Array(vector.length)
    addRow(unit, vector)
    if (clusterKey === undefined) single.push(unit)
    else keyed.set(clusterKey, unit)
  }
  return [...keyed.values(), ...single]
}

function addRow(sums: Float64Array, row: readonly number[] | Float64Array): void {
  for (let index = 0; index < sums.length; index += 1) sums[index] = (sums[index] ?? 0) + (row[index] ?? 0)
}
