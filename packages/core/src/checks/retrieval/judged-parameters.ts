import * as z from 'zod'
import { modelParameter } from '../answers/ask-judge.ts'

/** What every check of retrieval by a judge takes. */
export const judgedParameters = {
  k: z.number().int().positive().max(50).default(10).describe('Documents shown to the model, from the top'),
  model: modelParameter,
}

export const nothingRetrieved = {
  outcome: 'score',
  score: 0,
  reason: 'nothing was retrieved',
} as const
