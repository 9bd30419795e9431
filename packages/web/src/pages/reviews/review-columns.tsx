import type { Review } from '@assay/contracts/hub'
import { joinWords } from '@assay/core/wording'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import { RelativeTime } from '../../components/relative-time.tsx'
import { TextLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'
import { ReviewStatusBadge } from './review-status.tsx'
import { missingReviewers } from './who-decides.ts'

const words = t.reviews.list

/** `me`: whose turn it is, is said in another word. */
export const reviewColumns = (me: string): readonly DataColumn<Review>[] => [
  {
    id: 'title',
    title: words.name,
    width: 'minmax(0, 2fr)',
    cell: ({ id, projectId, title, target }) => (
      <>
        <TextLink to="/projects/$projectId/reviews/$reviewId" params={{ projectId, reviewId: id }}>
          {title}
        </TextLink>
        <div className="quiet">{target.name}</div>
      </>
    ),
  },
  {
    id: 'version',
    title: words.versions,
    width: 'minmax(152px, 0.8fr)',
    cell: ({ target, baseline }) => (
      <>
        {target.version}
        <div className="quiet">{baseline === null ? words.first : words.against(baseline.version)}</div>
      </>
    ),
  },
  {
    id: 'status',
    title: words.status,
    width: 'minmax(112px, 0.8fr)',
    cell: ({ status }) => <ReviewStatusBadge status={status} />,
  },
  {
    id: 'waitsFor',
    title: words.waitsFor,
    width: 'minmax(112px, 1.2fr)',
    cell: (review) => (
      <span className={isMine(review, me) ? 'unsure' : 'quiet'}>{describeWait(review, me)}</span>
    ),
  },
  {
    id: 'opened',
    title: words.opened,
    width: 'minmax(104px, 0.8fr)',
    cell: ({ createdAt, createdBy }) => (
      <>
        <RelativeTime time={createdAt} />
        <div className="quiet">{createdBy.name}</div>
      </>
    ),
  },
]

const isMine = (review: Review, me: string): boolean =>
  review.status === 'open' && missingReviewers(review).some(({ id }) => id === me)

function describeWait(review: Review, me: string): string {
  if (review.status !== 'open') return words.nobody
  if (review.requiredReviewers.length === 0) return words.anybody
  return joinWords(missingReviewers(review).map(({ id, name }) => (id === me ? words.forYou : name)))
}
