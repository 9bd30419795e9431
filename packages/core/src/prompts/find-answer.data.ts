import * as z from 'zod'
import { definePrompt } from './prompt.ts'

export const findAnswerPrompt = definePrompt({
  id: 'find-answer',
  purpose: 'Says whether any of the passages found for a question answers it, in full or in part.',
  variables: { passages: 'fenced', question: 'fenced' },
  messages: [
    {
      role: 'system',
      content: 'You check whether documents answer a question. You look hard: a missed answer does harm.',
    },
    {
      role: 'user',
      content: `The passages of the documents that lie nearest to the question, each with its label and, in the first line, its headings:
{{passages}}

The question:
{{question}}

In this order:
- nearest: what the passages say that comes nearest to an answer, copied; an empty text when nothing does.
- answered: "yes" when they answer it, also by a general rule that covers the case or by saying that there is no such thing; "partly" when they answer a part of it or let the answer be worked out; "no" when they do not.
- understandable: true when somebody who has not seen the passages knows what is asked.`,
    },
  ],
  outputSchema: z.object({
    nearest: z.string(),
    answered: z.enum(['yes', 'partly', 'no']),
    understandable: z.boolean(),
  }),
  maxOutputTokens: 1000,
})
