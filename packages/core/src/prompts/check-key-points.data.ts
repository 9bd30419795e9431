import * as z from 'zod'
import { definePrompt } from './prompt.ts'

export const checkKeyPointsPrompt = definePrompt({
  id: 'check-key-points',
  purpose: 'Lists what a summary of a text must hold.',
  variables: { count: 'plain', document: 'fenced' },
  messages: [
    {
      role: 'system',
      content: 'You pick the key points of texts. You add nothing and judge nothing.',
    },
    {
      role: 'user',
      content: `The text:
{{document}}

List at most {{count}} points that a short summary of this text must hold for its readers not to be misled, the most important first; fewer where the text has fewer. For each:
- quote: the words of the text that state it, copied exactly.
- point: the point as one short sentence that can be understood alone, with its values, units, negations and conditions.
No two points say the same.`,
    },
  ],
  outputSchema: z.object({ points: z.array(z.object({ quote: z.string(), point: z.string() })) }),
  maxOutputTokens: 2000,
})
