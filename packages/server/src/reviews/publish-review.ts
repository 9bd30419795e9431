import type { Review } from '@assay/contracts/hub'
import type { Hub } from '../hub.ts'

/** Tells readers of the project that a review is another one now. After the commit. */
export const publishReview = (
  { events }: Pick<Hub, 'events'>,
  { projectId, id }: Pick<Review, 'projectId' | 'id'>,
): void => events.publish(projectId, { kind: 'review', id })
