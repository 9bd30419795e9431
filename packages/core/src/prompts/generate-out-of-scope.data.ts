import * as z from 'zod'
import { definePrompt } from './prompt.ts'

export const generateOutOfScopePrompt = definePrompt({
  id: 'generate-out-of-scope',
  purpose: 'Writes questions close to the documents that the documents do not answer.',
  variables: {
    description: 'plain',
    instructions: 'plain',
    count: 'plain',
    language: 'plain',
    passages: 'fenced',
    examples: 'fenced',
  },
  messages: [
    {
      role: 'system',
      content:
        'You write test questions for a system that answers from documents and must decline what they do not answer.',
    },
    {
      role: 'user',
      content: `What the system is for: {{description}}
Wishes of the test's author: {{instructions}}

Passages of the documents, each with its label and, in the first line, its headings:
{{passages}}

Questions of real users, only to show how they ask (there may be none):
{{examples}}

Write {{count}} questions in the language with the ISO code "{{language}}" that a user of this system could well ask, about the things these passages are about, and that these documents do not answer.
- Ask for a definite fact: a value, a date, a limit, a person, a way to do something. It would be natural to find it in such documents, and it does not stand there, neither in full nor in part.
- Nothing in the question contradicts the passages, and it is not answered by "there is none".
- Somebody who has not seen the passages understands it: it names what it is about. Never "the passage", "the document", "above".
- The questions ask for different things.

Fields of each candidate:
- missing: what the documents would have to say, in one sentence.
- question: the question.
- searches: two short searches that would find the answer if it stood somewhere in the documents, in other words than the question.

Where you find fewer than {{count}} good questions, write fewer.`,
    },
  ],
  outputSchema: z.object({
    candidates: z.array(
      z.object({ missing: z.string(), question: z.string(), searches: z.array(z.string()) }),
    ),
  }),
  maxOutputTokens: 2000,
})
