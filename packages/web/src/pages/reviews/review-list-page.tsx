import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { ViewLinks } from '../../components/view-links.tsx'
import * as t from '../../texts/texts.ts'
import { ProposalList } from './proposal-list.tsx'
import { ReviewList } from './review-list.tsx'

const route = getRouteApi('/in/projects/$projectId/reviews')

/** What waits for people: versions to release, and cases they proposed. */
export function ReviewListPage(): ReactElement {
  const { tab } = route.useSearch()
  const isProposals = tab === 'proposals'
  const views = (
    <ViewLinks
      label={t.reviews.views.label}
      views={[
        { label: t.reviews.views.reviews, search: {}, isCurrent: !isProposals },
        { label: t.reviews.views.proposals, search: { tab: 'proposals' }, isCurrent: isProposals },
      ]}
    />
  )
  return isProposals ? <ProposalList views={views} /> : <ReviewList views={views} />
}
