import type { EvaluationSummary } from '@assay/contracts'

/** Above this share of cases not judged, the range of what the rate could be is the headline (methods §2). */
const mostUnjudged = 0.1

/** What the rate of passing could be, where too many cases were not judged to name one figure; else `null`. */
export const findHeadlineRange = ({
  counts,
  passingBounds,
}: Pick<EvaluationSummary, 'counts' | 'passingBounds'>): EvaluationSummary['passingBounds'] =>
  counts.notJudged <= counts.finished * mostUnjudged ? null : passingBounds
