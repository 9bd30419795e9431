import type { EndpointId } from '@assay/contracts/hub'
import { useQueryClient } from '@tanstack/react-query'
import { hubQuery } from '../../api/hub-query.ts'
import { useHubChange, type HubChange } from '../../api/use-hub-change.ts'
import type { ReviewPlace } from './review-place.ts'

type ChangeId = Extract<EndpointId, 'decideReview' | 'changeReview' | 'evaluateReview'>

interface Ends {
  readonly onDone: () => void
  /** What stands now was read in place of the change. */
  readonly onTheirs: () => void
}

/** A change of a review that must not go over somebody else's. */
export function useReviewChange<K extends ChangeId>(
  id: K,
  place: ReviewPlace,
  { onDone, onTheirs }: Ends,
): HubChange<K> {
  const client = useQueryClient()
  return useHubChange(id, {
    readRevision: async () =>
      (await client.fetchQuery({ ...hubQuery('getReview', place), staleTime: 0 })).review.revision,
    refreshes: ['getReview', 'listReviews', 'listStandings', 'listDocumentVersions'],
    onDone,
    onTheirs,
  })
}
