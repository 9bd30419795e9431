import type { EvaluationSummary } from '@assay/contracts'
import { formatShare } from '@assay/core/wording'
import { formatCount, formatCounted, formatPercent } from '../../../figures/format-figure.ts'
import { passedTitle } from './decided-by.ts'

type Summary = Pick<EvaluationSummary, 'counts' | 'passingBounds' | 'stopping' | 'judge' | 'checks'>

/** Above this share of cases not judged, the range of what the rate could be is the headline (methods §2). */
const mostUnjudged = 0.1

/** "53–80 %": what the rate could be, where too many cases were not judged to name one figure; else `null`. */
export const formatHeadlineRange = ({ counts, passingBounds }: Summary): string | null =>
  passingBounds === null || counts.notJudged <= counts.finished * mostUnjudged
    ? null
    : formatBounds(passingBounds)

export const formatBounds = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `${formatShare(low)}–${formatShare(high)} %`

/** What stands in no rate, and what that leaves open; empty: everything was judged. */
export function describeLeftOut(summary: Summary): string {
  const { counts, passingBounds, stopping } = summary
  const notRun = counts.cases - counts.finished - counts.quarantined
  const isClear = stopping !== null && stopping.answer !== null
  const parts = [
    ...(counts.notJudged > 0
      ? [`${formatCount(counts.notJudged)} of ${formatCount(counts.finished)} not judged`]
      : []),
    ...(counts.errors > 0 ? [`${formatCounted(counts.errors, 'case')} ended in an error`] : []),
    ...(counts.quarantined > 0 ? [`${formatCounted(counts.quarantined, 'case')} quarantined`] : []),
    ...(notRun > 0 && !isClear ? [`${formatCounted(notRun, 'case')} not run yet`] : []),
  ]
  const stopped =
    notRun > 0 && isClear
      ? [
          `Stopped after ${formatCount(counts.finished)} of ${formatCount(counts.cases)}: the answer is clear.`,
        ]
      : []
  const bounds =
    passingBounds === null || parts.length === 0
      ? []
      : [
          `${passedTitle(summary)} would be ${formatPercent(passingBounds.low)} if all unjudged failed, ${formatPercent(passingBounds.high)} if all passed.`,
        ]
  const inNoRate = parts.length === 0 ? [] : [`In no rate: ${parts.join(', ')}.`]
  return [...stopped, ...inNoRate, ...bounds].join(' ')
}
