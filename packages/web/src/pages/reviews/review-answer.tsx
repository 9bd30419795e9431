import type { Review, ReviewDetail } from '@assay/contracts/hub'
import { joinWords } from '@assay/core/wording'
import type { ReactElement } from 'react'
import { useMe } from '../../api/use-me.ts'
import { toneOfVerdict } from '../../components/verdict.tsx'
import * as t from '../../texts/texts.ts'
import { ReviewStatusBadge } from './review-status.tsx'
import { missingReviewers, peopleWho, waitsForPerson } from './who-decides.ts'

/** The answer to the page's question, its first sentence in the verdict's colour, and how the decision stands. */
export function ReviewAnswer({ detail }: { readonly detail: ReviewDetail }): ReactElement {
  const { headline, overall, review } = detail
  const me = useMe()
  const { answer } = headline
  const end = answer.search(/[.!?](\s|$)/) + 1
  const cut = end === 0 ? answer.length : end
  return (
    <>
      <p className="review-answer">
        <strong className={overall === null ? '' : toneOfVerdict[overall.verdict]}>
          {answer.slice(0, cut)}
        </strong>
        {answer.slice(cut)}
      </p>
      <p className="review-standing">
        <ReviewStatusBadge status={review.status} /> {describeStanding(review)}{' '}
        {waitsForPerson(review, me.id) && <strong>{t.reviews.one.waitsForYou}</strong>}
      </p>
    </>
  )
}

/** Who decided, or who is still missing. */
function describeStanding(review: Review): string {
  const words = t.reviews.one
  const name = (people: readonly { readonly name: string }[]) => joinWords(people.map(({ name: one }) => one))
  switch (review.status) {
    case 'evaluating':
      return words.isEvaluating
    case 'withdrawn':
      return words.isWithdrawn
    case 'approved':
      return words.approvedBy(name(peopleWho(review, 'approve')))
    case 'blocked':
      return words.blockedBy(name(peopleWho(review, 'block')))
    case 'open':
      return review.requiredReviewers.length === 0
        ? words.waitsForAnybody
        : words.waitsFor(name(missingReviewers(review)))
  }
}
