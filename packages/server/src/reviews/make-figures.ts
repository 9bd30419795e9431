import type { Review } from '@assay/contracts/hub'
import { summariseReview, type ReviewFigures } from '@assay/core/reviewing'
import { compareEvaluations } from '../evaluations/compare-evaluations.ts'
import { readSummary } from '../evaluations/read-summary.ts'
import type { Hub } from '../hub.ts'

type Parts = Pick<Hub, 'control' | 'facts' | 'clock'>

/** What its evaluations say; `null`: one of them has no figures yet. Not inside a transaction. */
export async function makeReviewFigures(parts: Parts, review: Review): Promise<ReviewFigures | null> {
  if (review.evaluationId === null) return null
  const candidate = await readSummary(parts, review.evaluationId)
  if (candidate === null) return null
  const { baseline, gates } = review
  if (baseline === null) return summariseReview({ candidate, against: null, gates })
  if (baseline.evaluationId === null) return null
  const before = await readSummary(parts, baseline.evaluationId)
  if (before === null) return null
  const compared = await compareEvaluations(parts, { a: baseline.evaluationId, b: review.evaluationId })
  const comparison = compared.ok ? compared.value : null
  return summariseReview({ candidate, against: { baseline: before, comparison }, gates })
}
