import { must } from '../must.ts'

/** Quantile by linear interpolation between order statistics (Hyndman & Fan 1996, type 7). `sorted` ascends, not empty. */
export function sampleQuantile(sorted: readonly number[] | Float64Array, probability: number): number {
  const position = (sorted.length - 1) * probability
  const below = must(sorted[Math.floor(position)], 'order statistic')
  const above = must(sorted[Math.ceil(position)], 'order statistic')
  return below + (above - below) * (position - Math.floor(position))
}
