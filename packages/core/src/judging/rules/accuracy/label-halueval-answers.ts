import * as z from 'zod'
import type { LabelledAnswer } from './labelled-answer.ts'

const rowSchema = z.object({
  knowledge: z.string(),
  question: z.string(),
  right_answer: z.string(),
  hallucinated_answer: z.string(),
})

/** HaluEval QA: the right answer as it stands and in a sentence, and the one a model made up. Some of those hold the right answer after all: the labels are kept as published. */
export function labelHaluevalAnswers(lines: readonly string[]): readonly LabelledAnswer[] {
  return lines
    .filter((line) => line.trim() !== '')
    .flatMap((line, index) => {
      const row = rowSchema.parse(JSON.parse(line))
      const base = {
        set: 'HaluEval QA',
        question: row.question,
        passage: row.knowledge,
        reference: row.right_answer,
        clusterKey: String(index),
        half: index % 2 === 0 ? 'even' : 'odd',
      } as const
      return [
        {
          ...base,
          answer: row.right_answer,
          expected: 'correct',
          variant: 'right answer',
          alteration: 'none',
        },
        {
          ...base,
          answer: `The answer is ${row.right_answer.replace(/\.$/, '')}.`,
          expected: 'correct',
          variant: 'right in a sentence',
          alteration: 'paraphrased',
        },
        {
          ...base,
          answer: row.hallucinated_answer,
          expected: 'wrong',
          variant: 'hallucinated answer',
          alteration: 'made up by a model',
        },
      ] as const
    })
}
