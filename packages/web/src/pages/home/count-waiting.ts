import type { ProjectStanding } from '@assay/contracts/hub'

type Waiting = Pick<ProjectStanding, 'needsPerson' | 'lastChangeAt'>

/** How many things of a project wait for a person. */
export const countWaiting = ({ needsPerson }: Pick<Waiting, 'needsPerson'>): number =>
  Object.values(needsPerson).reduce((sum, count) => sum + count, 0)

/** First where somebody waits: reviews hold a release up, failures hold figures up; labels can be many and wait. */
export function byWaiting(one: Waiting, other: Waiting): number {
  const { needsPerson: a } = one
  const { needsPerson: b } = other
  return (
    b.openReviews - a.openReviews ||
    b.failedEvaluations - a.failedEvaluations ||
    b.proposals - a.proposals ||
    b.waitingLabels - a.waitingLabels ||
    other.lastChangeAt.localeCompare(one.lastChangeAt)
  )
}
