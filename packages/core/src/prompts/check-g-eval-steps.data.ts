import * as z from 'zod'
import { definePrompt } from './prompt.ts'

export const checkGEvalStepsPrompt = definePrompt({
  id: 'check-g-eval-steps',
  purpose: 'Turns a criterion into the steps of judging by it.',
  variables: { criteria: 'fenced', parts: 'plain' },
  messages: [
    {
      role: 'system',
      content:
        'You write instructions for judges of answers. You do not know the answers. ' +
        'The instructions let two judges come to the same score.',
    },
    {
      role: 'user',
      content: `The criterion:
{{criteria}}
What the judge will see: {{parts}}

Give:
- steps: three or four steps in their order, one sentence each, that a judge takes to score how well an answer meets this criterion. They name what to look at and what lowers the score, keep to the criterion and to what the judge will see, and set no numbers.`,
    },
  ],
  outputSchema: z.object({ steps: z.array(z.string()) }),
  maxOutputTokens: 1000,
})
