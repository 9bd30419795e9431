import type { Estimate } from '@assay/contracts'
import { formatCount, formatInterval } from '@assay/core/wording'

export {
  formatCount,
  formatCounted,
  formatPercent,
  formatRate,
  formatValue,
  notTested,
} from '@assay/core/wording'

/** How sure a figure is: "73–87, n = 100". */
export function formatSureness(estimate: Estimate): string {
  const interval = formatInterval(estimate)
  return [...(interval === null ? [] : [interval]), `n = ${formatCount(estimate.n)}`].join(', ')
}
