import type { Estimate } from '@assay/contracts'
import { notTested } from './format-figure.ts'

/** Milliseconds as a person reads them: "240 ms", "1.4 s", "12 s", "1 min 52 s", "2 h 5 min". */
export function formatDuration(ms: number): string {
  if (ms < 999.5) return `${ms < 10 && ms > 0 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return joinParts(Math.floor(seconds / 60), 'min', seconds % 60, 's')
  const minutes = Math.round(seconds / 60)
  return joinParts(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
}

/** A time with its interval: "1.4 s (1.2–1.7 s, n = 80)"; an open upper end reads "at least". */
export function formatDurationEstimate(estimate: Estimate): string {
  if (estimate.value === null || estimate.n === 0) return notTested
  const { low, high } = estimate
  const interval =
    low === null ? [] : high === null ? [`at least ${formatDuration(low)}`] : [formatDurationRange(low, high)]
  return `${formatDuration(estimate.value)} (${[...interval, `n = ${estimate.n}`].join(', ')})`
}

/** "6–8 ms": a unit that both ends share stands once. */
export function formatDurationRange(from: number, to: number): string {
  const [low, high] = [formatDuration(from), formatDuration(to)]
  const [number = '', unit, ...more] = low.split(' ')
  const isShared = more.length === 0 && high.split(' ').length === 2 && high.endsWith(` ${unit}`)
  return isShared ? `${number}–${high}` : `${low} – ${high}`
}

const joinParts = (large: number, largeUnit: string, small: number, smallUnit: string): string =>
  small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`
