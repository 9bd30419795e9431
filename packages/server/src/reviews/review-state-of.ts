import type { Review } from '@assay/contracts/hub'
import type { ReviewState } from '@assay/core/reviewing'

/** What its rules are about. */
export const reviewStateOf = (review: Review): ReviewState => ({
  status: review.status,
  requiredReviewers: review.requiredReviewers.map(({ id }) => id),
  decisions: review.decisions.map(({ by, decision, why, at, outdated }) => ({
    by: by.id,
    decision,
    why,
    at,
    outdated,
  })),
  reopened: review.reopened,
  closedAt: review.closedAt,
})
