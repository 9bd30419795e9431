/** In which known way an answer was made from the right one. */
export type Alteration =
  | 'none'
  | 'wrong number'
  | 'swapped entity'
  | 'negated'
  | 'hedged'
  | 'partial'
  | 'paraphrased'
  | 'declined'
  | 'made up by a model'

/** An answer whose verdict is known because of how it was made. */
export interface LabelledAnswer {
  readonly set: string
  readonly question: string
  readonly reference: string
  readonly answer: string
  /** The text that holds the right answer. */
  readonly passage: string
  readonly expected: 'correct' | 'wrong' | 'no-answer' | 'partial'
  /** How the answer was made. */
  readonly variant: string
  readonly alteration: Alteration
  /** Answers of one article or file are of one half. */
  readonly half: 'even' | 'odd'
  /** Cases on one paragraph or pair are not independent. */
  readonly clusterKey: string
}
