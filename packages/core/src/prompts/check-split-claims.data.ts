import * as z from 'zod'
import { definePrompt } from './prompt.ts'

export const checkSplitClaimsPrompt = definePrompt({
  id: 'check-split-claims',
  purpose: 'Splits a text into its claims of fact, each with the words that make it.',
  variables: { question: 'fenced', text: 'fenced' },
  messages: [
    {
      role: 'system',
      content: 'You split texts into claims. You leave nothing out, add nothing and judge nothing.',
    },
    {
      role: 'user',
      content: `What was asked, with the conversation before it where there is one (there may be nothing here):
{{question}}

The text:
{{text}}

List every claim of fact that the text makes, in its order. Each says one thing that is true or false. For each:
- quote: the words of the text that make it, copied exactly.
- claim: the claim as one short sentence that can be understood alone: names instead of pronouns, as the text or the question has them, with its values, units, negations, conditions and hedges.
Greetings, questions, offers and statements that something is not known or not found are no claims. An empty list when the text claims nothing.`,
    },
  ],
  outputSchema: z.object({ claims: z.array(z.object({ quote: z.string(), claim: z.string() })) }),
  maxOutputTokens: 4000,
})
