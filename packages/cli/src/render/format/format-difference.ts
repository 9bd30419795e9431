import type { Difference } from '@assay/contracts'
import { formatCount, formatCounted } from './format-figure.ts'

/** A difference as one sentence part: "worse by 21 points (8–34, 40 pairs)"; `counted` names what else was counted. */
export function formatDifference(difference: Difference, counted = 'pair'): string {
  const { verdict, low, high } = difference
  if (verdict === 'not tested' || difference.difference === null || low === null || high === null)
    return 'not tested'
  const pairs = formatCounted(difference.pairs, counted)
  if (verdict === 'better' || verdict === 'worse') {
    const [near, far] = [Math.abs(low), Math.abs(high)].sort((x, y) => x - y)
    const interval = `${formatPoints(near ?? 0)}–${formatPoints(far ?? 0)}`
    return `${verdict} by ${formatPoints(Math.abs(difference.difference))} points (${interval}, ${pairs})`
  }
  const interval = `${formatSignedPoints(low)} to ${formatSignedPoints(high)} points`
  if (verdict === 'no meaningful difference')
    return `${verdict} (${interval}, margin ${formatPoints(difference.margin)}, ${pairs})`
  const needed =
    difference.pairsNeeded === null ? '' : `; about ${formatCount(difference.pairsNeeded)} would do`
  return `${verdict} (${interval}, ${pairs}${needed})`
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
