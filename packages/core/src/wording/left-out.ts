import type { EvaluationSummary } from '@assay/contracts'
import { findHeadlineRange } from '../evaluation/headline-range.ts'
import { passedTitle } from './decided-by.ts'
import { formatCount, formatCounted, formatPercent, formatShare } from './format-figure.ts'
import { toSentence } from './to-sentence.ts'

/** The hub keeps the cases apart from the figures: there, errors are counted without their reasons. */
type Counted = Pick<EvaluationSummary, 'counts' | 'stopping'> & Partial<Pick<EvaluationSummary, 'cases'>>

/** "53–80 %": what the rate could be, where too many cases were not judged to name one figure; else `null`. */
export function formatHeadlineRange(
  summary: Pick<EvaluationSummary, 'counts' | 'passingBounds'>,
): string | null {
  const range = findHeadlineRange(summary)
  return range === null ? null : formatBounds(range)
}

export const formatBounds = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `${formatShare(low)}–${formatShare(high)} %`

/** Both as sentences, and what the rate would be if all that is open fell one way; empty: everything was judged. */
export function describeUnjudged(
  summary: Counted & Pick<EvaluationSummary, 'passingBounds' | 'judge' | 'checks'>,
): string {
  const parts = describeLeftOut(summary)
  const stop = describeStop(summary).map(toSentence)
  if (parts.length === 0) return stop.join(' ')
  const { passingBounds } = summary
  const bounds =
    passingBounds === null
      ? ''
      : ` ${passedTitle(summary)} would be ${formatPercent(passingBounds.low)} if all unjudged failed, ${formatPercent(passingBounds.high)} if all passed.`
  return [...stop, `In no rate: ${parts.join(', ')}.${bounds}`].join(' ')
}

/** What stands in no rate, counted: "2 of 80 not judged", "3 could not be answered: the target timed out", "10 not run yet". */
export const describeLeftOut = (summary: Counted): readonly string[] => [
  ...(summary.counts.notJudged > 0
    ? [`${formatCount(summary.counts.notJudged)} of ${formatCount(summary.counts.finished)} not judged`]
    : []),
  ...describeErrors(summary),
  ...(summary.counts.quarantined > 0
    ? [`${formatCounted(summary.counts.quarantined, 'case')} quarantined`]
    : []),
  ...(hasMoreToRun(summary) ? [`${formatCounted(notRun(summary.counts), 'case')} not run yet`] : []),
]

/** "stopped after 8 of 80: the answer is clear"; empty: it was not. */
export const describeStop = (summary: Counted): readonly string[] =>
  isClear(summary) && notRun(summary.counts) > 0
    ? [
        `stopped after ${formatCount(summary.counts.finished)} of ${formatCount(summary.counts.cases)}: the answer is clear`,
      ]
    : []

/** Whether taking the run up again would ask something. */
export const hasMoreToRun = (summary: Counted): boolean => notRun(summary.counts) > 0 && !isClear(summary)

const isClear = ({ stopping }: Counted): boolean => stopping !== null && stopping.answer !== null

const notRun = ({ cases, finished, quarantined }: EvaluationSummary['counts']): number =>
  cases - finished - quarantined

/** Cases that the target did not answer, and those whose answer could not be judged, each with the reason most of them share. */
function describeErrors({ counts, cases }: Counted): readonly string[] {
  if (cases === undefined)
    return counts.errors === 0 ? [] : [`${formatCounted(counts.errors, 'case')} ended in an error`]
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
