import * as z from 'zod'
import { definePrompt } from './prompt.ts'

export const nameTopicPrompt = definePrompt({
  id: 'name-topic',
  purpose: 'Names what a group of passages is about.',
  variables: { passages: 'fenced', terms: 'fenced' },
  messages: [
    {
      role: 'system',
      content:
        'You name groups of passages from documents, so that a reader of a table knows what each group is about.',
    },
    {
      role: 'user',
      content: `Passages of one group, each with its label and, in the first line, its headings:
{{passages}}

Words that stand more often in this group than in the others:
{{terms}}

Name what most of these passages are about.
- Two to four words, five at most, in the language of the passages, as a heading: "Rate limits", "Refunds and cancellation".
- As specific as the group allows. Not the name of the product or company alone, and never "Miscellaneous", "Overview" or "General information".

Field:
- name: the name.`,
    },
  ],
  outputSchema: z.object({ name: z.string() }),
  maxOutputTokens: 100,
})
