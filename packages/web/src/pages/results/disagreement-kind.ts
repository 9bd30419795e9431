/** What somebody who disagrees finds wrong: the reference, the question, or the answer in a way no check names. */
export const disagreementKinds = ['reference', 'case', 'answer'] as const
export type DisagreementKind = (typeof disagreementKinds)[number]

/** A test set that a case may be proposed for. */
export interface PinnedSet {
  readonly id: string
  readonly name: string
}
