import { Skeleton, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useRef, type ReactElement } from 'react'
import type { ReviewDetail } from '@assay/contracts/hub'
import { useHub } from '../../api/use-hub.ts'
import { useProjectRight } from '../../api/use-me.ts'
import { CommentThread } from '../../components/comment-thread.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { TextLink } from '../../components/router-links.tsx'
import { useShortcuts } from '../../keyboard/use-shortcuts.ts'
import * as t from '../../texts/texts.ts'
import { DecisionPanel } from './decision-panel.tsx'
import { FiguresPanel } from './figures-panel.tsx'
import { MovedCases } from './moved-cases.tsx'
import { RequirementPanel } from './requirement-panel.tsx'
import { DecideBar, ReviewActions } from './review-actions.tsx'
import { ReviewAnswer } from './review-answer.tsx'
import { RollbackPanel } from './rollback-panel.tsx'
import { ChangedPanel } from './changed-panel.tsx'
import { useDeciding } from './use-deciding.tsx'
import './review-page.css'

const route = getRouteApi('/in/projects/$projectId/reviews/$reviewId')

/** Whether a version is better, and what people decided on it. */
export function ReviewPage(): ReactElement {
  const place = route.useParams()
  const read = useHub('getReview', place)
  const detail = read.data
  if (detail !== undefined) return <Reviewed key={place.reviewId} detail={detail} />
  return (
    <>
      <PageHeader question={t.reviews.one.title} answer={read.error === null ? null : undefined} />
      <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      {read.error === null && <Skeleton height={320} />}
    </>
  )
}

function Reviewed({ detail }: { readonly detail: ReviewDetail }): ReactElement {
  const { review, headline } = detail
  const { projectId } = review
  const deciding = useDeciding(detail)
  const field = useRef<HTMLTextAreaElement>(null)
  const mayReview = useProjectRight(projectId, 'review')
  const comment = {
    key: 'c',
    does: t.reviews.decide.keyComment,
    run: () => field.current?.focus(),
  }
  useShortcuts(mayReview ? [comment] : [])
  return (
    <div className="review-page">
      <PageHeader
        question={headline.question}
        answer={<ReviewAnswer detail={detail} />}
        above={
          <>
            <TextLink to="/projects/$projectId/reviews" params={{ projectId }}>
              {t.reviews.one.all}
            </TextLink>
            {` › ${review.title} · ${review.target.name} · ${t.reviews.one.openedBy(review.createdBy.name)}`}
          </>
        }
        actions={<ReviewActions review={review} deciding={deciding} />}
      />
      <div className="review-columns">
        <ChangedPanel detail={detail} />
        <FiguresPanel detail={detail} />
      </div>
      <RequirementPanel detail={detail} />
      <div className="review-columns">
        <MovedCases detail={detail} way="regressions" />
        <MovedCases detail={detail} way="improvements" />
      </div>
      <div className="review-columns">
        <DecisionPanel review={review} />
        <RollbackPanel detail={detail} />
      </div>
      <section className="panel" aria-labelledby="comments-title">
        <Title order={2} id="comments-title">
          {t.reviews.comments}
        </Title>
        <CommentThread projectId={projectId} subject={{ kind: 'review', id: review.id }} field={field} />
      </section>
      <DecideBar deciding={deciding} />
      {deciding.dialog}
    </div>
  )
}
