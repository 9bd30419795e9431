import type { EvaluationSummary } from '@assay/contracts'
import { formatCount, formatCounted, formatShare } from '../format/format-figure.ts'

/** Above this share of cases not judged, the range of what the rate could be is the headline (methods §2). */
const mostUnjudged = 0.1

/** "53–80 %": what the rate could be, where too many cases were not judged to name one figure; else `null`. */
export function findHeadlineRange({ counts, passingBounds }: EvaluationSummary): string | null {
  if (passingBounds === null || counts.notJudged <= counts.finished * mostUnjudged) return null
  return formatBounds(passingBounds)
}

export const formatBounds = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `${formatShare(low)}–${formatShare(high)} %`

/** What stands in no rate, counted: "2 of 80 not judged", "3 could not be answered: the target timed out", "10 not run yet". */
export const describeLeftOut = ({ counts, cases }: EvaluationSummary): readonly string[] => [
  ...(counts.notJudged > 0
    ? [`${formatCount(counts.notJudged)} of ${formatCount(counts.finished)} not judged`]
    : []),
  ...(counts.errors > 0
    ? [`${formatCounted(counts.errors, 'case')} could not be answered${describeErrors(cases)}`]
    : []),
  ...(counts.quarantined > 0 ? [`${formatCounted(counts.quarantined, 'case')} quarantined`] : []),
  ...(notRun(counts) > 0 ? [`${formatCounted(notRun(counts), 'case')} not run yet`] : []),
]

const notRun = ({ cases, finished, quarantined }: EvaluationSummary['counts']): number =>
  cases - finished - quarantined

/** The reason most of them share. */
function describeErrors(cases: EvaluationSummary['cases']): string {
  const reasons = Map.groupBy(
    cases.flatMap(({ outcome, reason }) => (outcome === 'error' && reason !== null ? [reason] : [])),
    (reason) => reason,
  )
  const [most] = [...reasons.values()].toSorted((a, b) => b.length - a.length)
  const [reason] = most ?? []
  return reason === undefined ? '' : `: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`
}
