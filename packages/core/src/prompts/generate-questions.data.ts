import * as z from 'zod'
import { definePrompt } from './prompt.ts'
import { questionTypes, type AnswerableType, type QuestionTypeRow } from './question-types.data.ts'

/** Texts may be empty here: what is empty is rejected candidate by candidate, with its reason. */
export const candidateOutputSchema = z.object({
  question: z.string(),
  history: z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.string() })),
  plainQuestion: z.string(),
  answer: z.string(),
  claims: z.array(z.object({ text: z.string(), passage: z.string(), quote: z.string() })),
})

const createGenerationPrompt = (type: AnswerableType, row: QuestionTypeRow) =>
  definePrompt({
    id: `generate-${type}`,
    purpose: `Writes ${type} questions about a few passages, each with its reference answer and the words that prove it.`,
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
          'You write test questions for a system that answers from documents. A question with a wrong reference answer does harm; one question less does none.',
      },
      {
        role: 'user',
        content: `What the system is for: {{description}}
Wishes of the test's author: {{instructions}}

Passages of the documents, each with its label and, in the first line, its headings:
{{passages}}

Questions of real users, only to show how they ask (there may be none):
{{examples}}

Write {{count}} questions of the kind below, in the language with the ISO code "{{language}}".
${row.rules}

For every question:
- Everything its answer needs stands in the passages. It needs no other knowledge, and exactly one answer is right.
- Somebody who has not seen the passages understands it: it names the product, option, person or place. Never "the passage", "the document", "the text", "above", "the following".
- A real user of the system would ask it. It asks for something specific to these documents that nobody could know or guess without them.
- It cannot be answered by yes or no, asks for no opinion and does not hold its own answer.
- It is worded in your own words and asks for another fact than the other questions.

Fields of each candidate:
- question: the message that is sent to the system.
- history: ${row.history ?? 'an empty list'}.
- plainQuestion: ${row.plainQuestion ?? 'an empty text'}.
- answer: the right answer, short and complete: only what was asked, with units and conditions.
- claims: the answer cut into its separate facts. Each with its text as a full sentence, the label of the passage, and quote: words copied from that passage character for character that prove it, as few as prove it, without the headings.

Where the passages carry fewer than {{count}} good questions, write fewer; an empty list is a good answer.`,
      },
    ],
    outputSchema: z.object({ candidates: z.array(candidateOutputSchema) }),
    maxOutputTokens: 4000,
  })

export type GenerationPrompt = ReturnType<typeof createGenerationPrompt>

export const generationPrompts: Readonly<Record<AnswerableType, GenerationPrompt>> = {
  simple: createGenerationPrompt('simple', questionTypes.simple),
  complex: createGenerationPrompt('complex', questionTypes.complex),
  distracting: createGenerationPrompt('distracting', questionTypes.distracting),
  situational: createGenerationPrompt('situational', questionTypes.situational),
  double: createGenerationPrompt('double', questionTypes.double),
  conversational: createGenerationPrompt('conversational', questionTypes.conversational),
  'multi-hop': createGenerationPrompt('multi-hop', questionTypes['multi-hop']),
  'false-premise': createGenerationPrompt('false-premise', questionTypes['false-premise']),
  split: createGenerationPrompt('split', questionTypes.split),
}
