/** An answer whose verdict is known because of how it was made. */
export interface LabelledAnswer {
  readonly set: string
  readonly question: string
  readonly reference: string
  readonly answer: string
  readonly expected: 'correct' | 'wrong' | 'no-answer' | 'partial'
  /** How the answer was made. */
  readonly variant: string
  /** Cases on one paragraph or pair are not independent. */
  readonly clusterKey: string
}
