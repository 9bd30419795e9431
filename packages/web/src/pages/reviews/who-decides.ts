import type { Actor, Review } from '@assay/contracts/hub'

type Decided = Pick<Review, 'decisions' | 'requiredReviewers'>
export type Decision = Review['decisions'][number]

/** The last word of a person, as far as it still counts; `null`: none. */
export const standingDecision = (
  { decisions }: Pick<Decided, 'decisions'>,
  personId: string,
): Decision | null => decisions.findLast(({ by, outdated }) => by.id === personId && !outdated) ?? null

/** Who must approve and has neither approved nor blocked. */
export const missingReviewers = (review: Decided): readonly Actor[] =>
  review.requiredReviewers.filter(({ id }) => standingDecision(review, id) === null)

/** Whether the review cannot go on without this person. */
export const waitsForPerson = (review: Decided & Pick<Review, 'status'>, personId: string): boolean =>
  review.status === 'open' && missingReviewers(review).some(({ id }) => id === personId)

/** Everybody whose last word that counts is this one, each once. */
export function peopleWho(review: Decided, decision: Decision['decision']): readonly Actor[] {
  const people = new Map(review.decisions.map(({ by }) => [by.id, by]))
  return [...people.values()].filter(({ id }) => standingDecision(review, id)?.decision === decision)
}
