import type { Estimate } from '@assay/contracts'

export const notTested = 'not tested'

/**
 * A rate without its sign: whole percent, or with one decimal where asked, and where rounding would claim "all" or
 * "none".
 */
export function formatShare(rate: number, decimals: 0 | 1 = 0): string {
  const percent = rate * 100
  const rounded = Math.round(percent)
  if (Math.abs(percent - rounded) < 1e-9) return String(rounded)
  if (decimals === 0 && rounded !== 0 && rounded !== 100) return String(rounded)
  const tenths = Math.round(percent * 10) / 10
  return tenths === 0 ? '<0.1' : tenths === 100 ? '>99.9' : tenths.toFixed(1)
}

/** A rate alone, for what has no interval. */
export const formatPercent = (rate: number): string => `${formatShare(rate)} %`

/** The value of an estimate, as exact as its interval allows. */
export const formatValue = (estimate: Estimate): string =>
  estimate.value === null ? notTested : `${formatShare(estimate.value, decimalsOf(estimate))} %`

/** "73–87", or `null` where no interval is known. */
export const formatInterval = (estimate: Estimate): string | null =>
  estimate.low === null || estimate.high === null
    ? null
    : `${formatShare(estimate.low, decimalsOf(estimate))}–${formatShare(estimate.high, decimalsOf(estimate))}`

/** One decimal where the interval is under two points wide, else its ends would look the same. */
const decimalsOf = ({ low, high }: Estimate): 0 | 1 =>
  low !== null && high !== null && high - low < 0.02 ? 1 : 0

/** A rate as it always stands: "81 % (73–87, n = 100)", or "not tested". */
export function formatRate(estimate: Estimate): string {
  if (estimate.value === null || estimate.n === 0) return notTested
  return `${formatValue(estimate)} (${formatSureness(estimate)})`
}

/** How sure a rate is, without it: "73–87, n = 100". */
export function formatSureness(estimate: Estimate): string {
  const interval = formatInterval(estimate)
  return [...(interval === null ? [] : [interval]), `n = ${formatCount(estimate.n)}`].join(', ')
}

/** A mean score from 0 to 1: "0.72 (0.61–0.81, n = 64)". */
export function formatScore(estimate: Estimate): string {
  if (estimate.value === null || estimate.n === 0) return notTested
  const interval =
    estimate.low === null || estimate.high === null
      ? []
      : [`${estimate.low.toFixed(2)}–${estimate.high.toFixed(2)}`]
  return `${estimate.value.toFixed(2)} (${[...interval, `n = ${formatCount(estimate.n)}`].join(', ')})`
}

/** "12,400": whole numbers, thousands parted. */
export const formatCount = (count: number): string => Math.round(count).toLocaleString('en-US')

/** "1 case", "12 cases". */
export const formatCounted = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`
