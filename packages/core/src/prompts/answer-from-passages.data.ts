import * as z from 'zod'
import { definePrompt } from './prompt.ts'

export const answerFromPassagesPrompt = definePrompt({
  id: 'answer-from-passages',
  purpose: 'Answers questions from passages alone, or says that they cannot be answered from them.',
  variables: { passages: 'fenced', questions: 'fenced' },
  messages: [
    {
      role: 'system',
      content:
        'You answer questions from given passages and from nothing else. What you know from elsewhere does not count, even where you are sure of it.',
    },
    {
      role: 'user',
      content: `Passages, each with its label and, in the first line, its headings:
{{passages}}

Questions, each with its label. Where messages of a conversation stand before a question, it is the last message of that conversation:
{{questions}}

Treat each question by itself: another question is no source for its answer. For each, in this order:
- question: its label.
- evidence: the words of the passages that answer it, copied; an empty text when there are none.
- passages: labels of the passages the answer needs, as few as do; an empty list when there are none.
- answerable: true when the passages answer it in full. Pointing out that a question takes something wrong for granted, and what is right by the passages, is an answer.
- answer: the answer, short and complete, in the language of the question; an empty text when it is not answerable.
- contradicted: true when the question or the conversation before it states something, or takes it for granted, that the passages contradict.`,
    },
  ],
  outputSchema: z.object({
    answers: z.array(
      z.object({
        question: z.string(),
        evidence: z.string(),
        passages: z.array(z.string()),
        answerable: z.boolean(),
        answer: z.string(),
        contradicted: z.boolean(),
      }),
    ),
  }),
  maxOutputTokens: 3000,
})
