import type { GroundedAnswer } from './label-begin-answers.ts'
import type { LabelledAnswer } from './labelled-answer.ts'

/** Whether the passage supports an answer that was made in that way; a way that stands not here leaves it open. */
const isFaithful: Readonly<Record<string, boolean>> = {
  exact: true,
  'in a sentence': true,
  'source sentence': true,
  'other sentence': true,
  'right answer': true,
  'right in a sentence': true,
  negated: false,
  'swapped value': false,
  'swapped in a sentence': false,
  'swapped in source sentence': false,
  'wrong number': false,
  'wrong number in source sentence': false,
  'hallucinated answer': false,
}

/** Answers labelled for correctness, as far as the way they were made tells whether their passage supports them. */
export const labelGroundedAnswers = (
  answers: readonly LabelledAnswer[],
): readonly (GroundedAnswer & Pick<LabelledAnswer, 'variant' | 'half'>)[] =>
  answers.flatMap(({ question, answer, passage, variant, clusterKey, half }) => {
    const faithful = isFaithful[variant]
    return faithful === undefined
      ? []
      : [{ question, answer, passage, isFaithful: faithful, clusterKey, variant, half }]
  })
