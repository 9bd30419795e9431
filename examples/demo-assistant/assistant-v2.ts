import type { Assistant, Page } from './assistant.ts'
import { readPages } from './read-pages.ts'
import { createRetriever, findQuestion } from './retriever.ts'
import type { Fact } from './split-document.ts'

export type GenerateRequest = {
  readonly messages: readonly { readonly role: 'system' | 'user' | 'assistant'; readonly content: string }[]
  readonly maxTokens: number
  readonly temperature: number
  readonly signal?: AbortSignal
}

export type AssistantDependencies = {
  readonly generate: (request: GenerateRequest) => Promise<string>
  /** What it knows; all pages of `docs` when absent. */
  readonly pages?: readonly Page[]
}

/**
 * A question costs the model at most 5 s. On two cores SmolLM2-135M reads 170 and writes 25 tokens a second. Notes and
 * question are at most 480 characters, which is 240 tokens even at two characters a token (these pages have three);
 * instruction and chat template take 70 more: 310 / 170 + 40 / 25 = 3.4 s. Longer notes made it no better.
 */
const maxNotesCharacters = 280
const maxQuestionCharacters = 200
const maxAnswerTokens = 40

const instruction =
  'Answer the question in one short sentence, from the notes only. ' +
  'If the notes do not answer it, say: This is not in the documentation.'

/** Answers with a language model from the statements that resemble the question most. */
export function createAssistant({ generate, pages = readPages() }: AssistantDependencies): Assistant {
  const retrieve = createRetriever(pages)
  return {
    answer: async ({ question, history, signal }) => {
      const previous = history.findLast(({ role }) => role === 'user')?.content ?? ''
      const message = `${previous} ${question}`.trim()
      const { documents, facts } = retrieve(message, `${findQuestion(previous)} ${findQuestion(question)}`)
      const text = await generate({
        messages: [
          { role: 'system', content: instruction },
          {
            role: 'user',
            content: `Notes:\n${takeNotes(facts)}\n\nQuestion: ${message.slice(-maxQuestionCharacters)}`,
          },
        ],
        maxTokens: maxAnswerTokens,
        temperature: 0,
        ...(signal === undefined ? {} : { signal }),
      })
      return { text: text.trim(), documents }
    },
  }
}

/** The best statements, whole, as long as they fit; the first one is cut if it does not fit alone. */
function takeNotes(facts: readonly Fact[]): string {
  const [first = '', ...others] = facts.map(({ text }) => `- ${text}`)
  return others.reduce(
    (notes, line) => (notes.length + line.length < maxNotesCharacters ? `${notes}\n${line}` : notes),
    first.slice(0, maxNotesCharacters),
  )
}
