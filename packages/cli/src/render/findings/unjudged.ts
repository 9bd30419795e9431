import type { EvaluationSummary } from '@assay/contracts'
import { findHeadlineRange } from '@assay/core/evaluation'
import { formatCount, formatCounted, formatShare } from '@assay/core/wording'

/** "53–80 %": what the rate could be, where too many cases were not judged to name one figure; else `null`. */
export function formatHeadlineRange(summary: EvaluationSummary): string | null {
  const range = findHeadlineRange(summary)
  return range === null ? null : formatBounds(range)
}

export const formatBounds = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `${formatShare(low)}–${formatShare(high)} %`

/** What stands in no rate, counted: "2 of 80 not judged", "3 could not be answered: the target timed out", "10 not run yet". */
export const describeLeftOut = (summary: EvaluationSummary): readonly string[] => [
  ...(summary.counts.notJudged > 0
    ? [`${formatCount(summary.counts.notJudged)} of ${formatCount(summary.counts.finished)} not judged`]
    : []),
  ...describeErrors(summary.cases),
  ...(summary.counts.quarantined > 0
    ? [`${formatCounted(summary.counts.quarantined, 'case')} quarantined`]
    : []),
  ...(hasMoreToRun(summary) ? [`${formatCounted(notRun(summary.counts), 'case')} not run yet`] : []),
]

/** "stopped after 8 of 80: the answer is clear"; empty: it was not. */
export const describeStop = (summary: EvaluationSummary): readonly string[] =>
  isClear(summary) && notRun(summary.counts) > 0
    ? [
        `stopped after ${formatCount(summary.counts.finished)} of ${formatCount(summary.counts.cases)}: the answer is clear`,
      ]
    : []

/** Whether taking the run up again would ask something. */
export const hasMoreToRun = (summary: EvaluationSummary): boolean =>
  notRun(summary.counts) > 0 && !isClear(summary)

const isClear = ({ stopping }: EvaluationSummary): boolean => stopping !== null && stopping.answer !== null

const notRun = ({ cases, finished, quarantined }: EvaluationSummary['counts']): number =>
  cases - finished - quarantined

/** Cases that the target did not answer, and those whose answer could not be judged, each with the reason most of them share. */
function describeErrors(cases: EvaluationSummary['cases']): readonly string[] {
  const broken = cases.filter(({ outcome }) => outcome === 'error')
  const groups = [
    { what: 'could not be answered', members: broken.filter((each) => !isAnswered(each)) },
    { what: 'could not be judged', members: broken.filter(isAnswered) },
  ]
  return groups.flatMap(({ what, members }) =>
    members.length === 0
      ? []
      : [`${formatCounted(members.length, 'case')} ${what}${describeReason(members)}`],
  )
}

const isAnswered = ({ latencyMs }: EvaluationSummary['cases'][number]): boolean => latencyMs !== null

function describeReason(cases: EvaluationSummary['cases']): string {
  const reasons = Map.groupBy(
    cases.flatMap(({ reason }) => reason ?? []),
    (reason) => reason,
  )
  const [most] = [...reasons.values()].toSorted((a, b) => b.length - a.length)
  const [reason] = most ?? []
  return reason === undefined ? '' : `: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`
}
