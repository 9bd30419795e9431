import type { Difference } from '@assay/contracts'
import { formatCount, formatCounted } from './format-figure.ts'

/** `cases`: of each run, where they are different ones. */
type ShownDifference = Difference & {
  readonly cases?: { readonly first: number; readonly second: number } | undefined
}

/** A difference as one sentence part: "worse by 21 points (8–34, 40 pairs)". */
export function formatDifference(difference: ShownDifference): string {
  const { verdict, low, high } = difference
  if (verdict === 'not tested' || difference.difference === null || low === null || high === null)
    return 'not tested'
  const counted = formatPairs(difference)
  if (verdict === 'better' || verdict === 'worse') {
    const [near, far] = [Math.abs(low), Math.abs(high)].sort((x, y) => x - y)
    const interval = `${formatPoints(near ?? 0)}–${formatPoints(far ?? 0)}`
    return `${verdict} by ${formatPoints(Math.abs(difference.difference))} points (${interval}, ${counted})`
  }
  const interval = `${formatSignedPoints(low)} to ${formatSignedPoints(high)} points`
  if (verdict === 'no meaningful difference')
    return `${verdict} (${interval}, margin ${formatPoints(difference.margin)}, ${counted})`
  return `${verdict} (${interval}, ${counted}${formatNeeded(difference)})`
}

/** "40 pairs", "76 and 80 cases". */
export function formatPairs({ pairs, cases }: ShownDifference): string {
  if (cases === undefined) return formatCounted(pairs, 'pair')
  return cases.first === cases.second
    ? `${formatCounted(cases.first, 'case')} each`
    : `${formatCount(cases.first)} and ${formatCounted(cases.second, 'case')}`
}

/** "; about 310 would do", or nothing where nothing can be said. */
export function formatNeeded({ pairsNeeded, cases }: ShownDifference): string {
  if (pairsNeeded === null) return ''
  return `; about ${formatCount(pairsNeeded)}${cases === undefined ? '' : ' each'} would do`
}

/** Percentage points with their sign: "−21", "+3", "0". */
export function formatSignedPoints(difference: number): string {
  const points = formatPoints(Math.abs(difference))
  if (points === '0') return '0'
  return `${difference < 0 ? '−' : '+'}${points}`
}

function formatPoints(difference: number): string {
  const points = difference * 100
  const rounded = Math.round(points)
  return rounded === 0 && points >= 0.05 ? points.toFixed(1) : String(rounded)
}
