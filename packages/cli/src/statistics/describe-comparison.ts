import type { DecidedDifference } from '@assay/core/statistics'
import { formatCounted, formatDifference, formatNeeded, formatPairs } from '@assay/core/wording'
import { formatNumber, formatRange } from './format-number.ts'

export interface ComparedColumns {
  readonly difference: DecidedDifference
  readonly isPaired: boolean
  /** In points where both sides are within 0 and 1, else on the scale of the values. */
  readonly isShare: boolean
  /** Both figures, or the counts, as a line: "was 61 % …, is 72 % …". */
  readonly sides: string
  readonly leftOut: number
}

/** The verdict first, then both figures, how sure, and what was left out. */
export function describeComparison({ difference, isShare, sides, leftOut }: ComparedColumns): string {
  const { pValue, method, margin } = difference
  const verdict =
    isShare && difference.low !== null ? formatDifference(difference) : describePlain(difference)
  return [
    `The second against the first: ${verdict}`,
    `  ${sides}`,
    `  sure?        ${method}${pValue === null ? '' : `; p = ${formatNumber(pValue)}`}`,
    ...(isShare
      ? []
      : [`  reads        more is better, and ${formatNumber(margin)} does not matter (--margin)`]),
    ...(leftOut === 0 ? [] : [`  left out     ${formatCounted(leftOut, 'row')} without a value`]),
  ].join('\n')
}

/** On the scale of the values: "worse by 442 (399–485, 80 pairs)". */
function describePlain(difference: DecidedDifference): string {
  const { verdict, difference: value, low, high } = difference
  const pairs = formatPairs(difference)
  if (value === null) return verdict
  if (low === null || high === null)
    return `${verdict} (${formatNumber(value)}, ${pairs}, too few for an interval)`
  const isDecided = verdict === 'better' || verdict === 'worse'
  const [near = 0, far = 0] = [low, high].map(Math.abs).sort((a, b) => a - b)
  if (isDecided) return `${verdict} by ${formatNumber(Math.abs(value))} (${formatRange(near, far)}, ${pairs})`
  return `${verdict} (${formatNumber(low)} to ${formatNumber(high)}, ${pairs}${formatNeeded(difference)})`
}
