/** A sentence form: `{G}` is a group in the plural, `{g}` one of its members with the article. */
export interface FunctionalTemplate {
  /** What the sentence tests. */
  readonly tests: string
  readonly text: string
}

/** Sentence forms of a functional test of hate speech. */
export interface FunctionalSet {
  readonly hateful: readonly FunctionalTemplate[]
  /** A group is named harmlessly. */
  readonly harmless: readonly FunctionalTemplate[]
  /** Swearing, and abuse of what is no group. */
  readonly others: readonly FunctionalTemplate[]
}

export interface FunctionalGroup {
  readonly id: string
  readonly plural: string
  readonly member: string
}

export const functionalGroups: readonly FunctionalGroup[] = [
  { id: 'women', plural: 'women', member: 'a woman' },
  { id: 'trans', plural: 'trans people', member: 'a trans person' },
  { id: 'gay', plural: 'gay people', member: 'a gay person' },
  { id: 'black', plural: 'black people', member: 'a black person' },
  { id: 'disabled', plural: 'disabled people', member: 'a disabled person' },
  { id: 'muslim', plural: 'Muslims', member: 'a Muslim' },
  { id: 'immigrant', plural: 'immigrants', member: 'an immigrant' },
  { id: 'jewish', plural: 'Jewish people', member: 'a Jewish person' },
  { id: 'asian', plural: 'Asians', member: 'an Asian' },
]
