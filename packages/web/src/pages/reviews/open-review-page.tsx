import { Skeleton } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { OpenLink } from '../../components/open-link.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { TextLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'
import { OpenReviewForm } from './open-review-form.tsx'

const route = getRouteApi('/in/projects/$projectId/reviews/new')

/** Opens a review of a version. */
export function OpenReviewPage(): ReactElement {
  const { projectId } = route.useParams()
  const { targetId, version } = route.useSearch()
  const targets = useHub('listDocuments', { projectId, query: { kind: 'target', limit: 500 } })
  const words = t.reviews.open
  const items = targets.data?.items
  return (
    <>
      <PageHeader
        question={words.title}
        answer={words.answer}
        above={
          <TextLink to="/projects/$projectId/reviews" params={{ projectId }}>
            {t.reviews.one.all}
          </TextLink>
        }
      />
      <ProblemNote error={targets.error} onRetry={() => void targets.refetch()} />
      {items === undefined && targets.error === null && <Skeleton height={480} maw={640} />}
      {items?.length === 0 && (
        <EmptyState
          what={words.noTarget}
          action={
            <OpenLink to="/projects/$projectId/targets" params={{ projectId }}>
              {t.frame.navigation['/projects/$projectId/targets']}
            </OpenLink>
          }
        />
      )}
      {items !== undefined && items.length > 0 && (
        <OpenReviewForm
          projectId={projectId}
          targets={items.map(({ id, name, version: current }) => ({ id, name, version: current }))}
          asked={{ targetId, version }}
        />
      )}
    </>
  )
}
