import * as z from 'zod'
import { definePrompt } from './prompt.ts'

/** Follows the answer it is about. The answer is to follow the schema of the prompt before it. */
export const mendAnswerPrompt = definePrompt({
  id: 'mend-answer',
  purpose: 'Asks once more for an answer that could not be read.',
  variables: { problem: 'plain' },
  messages: [
    {
      role: 'user',
      content:
        'Your answer could not be used: {{problem}}. ' +
        'Give the whole answer again as one JSON object that follows the schema, with nothing before or after it.',
    },
  ],
  outputSchema: z.unknown(),
  maxOutputTokens: 1,
})
