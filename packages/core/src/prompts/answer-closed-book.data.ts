import * as z from 'zod'
import { definePrompt } from './prompt.ts'

export const answerClosedBookPrompt = definePrompt({
  id: 'answer-closed-book',
  purpose: 'Answers questions without any passage, and says whether each can be understood alone.',
  variables: { description: 'plain', questions: 'fenced' },
  messages: [
    {
      role: 'system',
      content: 'You answer questions from your own knowledge. There are no documents.',
    },
    {
      role: 'user',
      content: `The questions were put to systems like this one: {{description}}

Questions, each with its label, unrelated to each other. Where messages of a conversation stand before a question, it is the last message of that conversation:
{{questions}}

For each, in this order:
- question: its label.
- understandable: true when it is clear what is asked, together with the conversation before it; false when it speaks of something that is named nowhere, such as a document the reader would have to see.
- answer: your best answer, short; an empty text when you have none. A guess is welcome, "it depends" is not an answer.`,
    },
  ],
  outputSchema: z.object({
    answers: z.array(z.object({ question: z.string(), understandable: z.boolean(), answer: z.string() })),
  }),
  maxOutputTokens: 2000,
})
