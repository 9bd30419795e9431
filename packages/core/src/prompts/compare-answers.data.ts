import * as z from 'zod'
import { definePrompt } from './prompt.ts'

export const compareAnswersPrompt = definePrompt({
  id: 'compare-answers',
  purpose: 'Says whether two answers to one question say the same.',
  variables: { pairs: 'fenced' },
  messages: [
    {
      role: 'system',
      content: 'You compare answers. You do not know which of them is right, and it does not matter here.',
    },
    {
      role: 'user',
      content: `Each pair has a label, a question, a first and a second answer:
{{pairs}}

Treat each pair by itself. For each, in this order:
- pair: its label.
- reason: one short sentence on what is the same or differs.
- verdict: "same" when the second answer says everything the first one says that the question asks for, and nothing that contradicts it; wording and further detail do not matter, values, units, names, negation and conditions do. "different" when it says something else, contradicts the first or leaves out what was asked. "unclear" when you cannot tell.`,
    },
  ],
  outputSchema: z.object({
    verdicts: z.array(
      z.object({
        pair: z.string(),
        reason: z.string(),
        verdict: z.enum(['same', 'different', 'unclear']),
      }),
    ),
  }),
  maxOutputTokens: 3000,
})
