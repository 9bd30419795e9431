import type { Page, RetrievedDocument } from './assistant.ts'
import { createBm25, tokenize } from './bm25.ts'
import { type Fact, splitDocument } from './split-document.ts'

export type Retrieval = {
  readonly documents: readonly RetrievedDocument[]
  /** The statements in those documents, best first. */
  readonly facts: readonly Fact[]
}

const documentsKept = 4

/**
 * Indexes pages and gives the function that searches them: passages by the whole message, the
 * statements in them by the question alone.
 */
export function createRetriever(pages: readonly Page[]): (message: string, question?: string) => Retrieval {
  const passages = pages.flatMap(({ name, text }) => splitDocument(name, text))
  const facts = passages.flatMap((passage) => passage.facts.map((fact) => ({ fact, passage })))
  const scorePassages = createBm25(passages.map(({ text }) => text))
  const scoreFacts = createBm25(facts.map(({ fact, passage }) => `${passage.heading} ${fact.text}`))

  return (message, question = findQuestion(message)) => {
    const best = rank(passages, scorePassages(tokenize(message))).slice(0, documentsKept)
    const kept = new Set(best.map(({ item }) => item))
    return {
      documents: best.map(({ item, score }) => ({ id: item.id, text: item.text, score })),
      facts: rank(facts, scoreFacts(tokenize(question)))
        .filter(({ item }) => kept.has(item.passage))
        .map(({ item }) => item.fact),
    }
  }
}

/** The last sentence of a message that is a question: what stands before it only leads up to it. */
export function findQuestion(message: string): string {
  return message.split(/(?<=[.?!])\s+/u).findLast((sentence) => sentence.endsWith('?')) ?? message
}

function rank<T>(items: readonly T[], scores: readonly number[]): readonly { item: T; score: number }[] {
  return items
    .map((item, position) => ({ item, score: scores[position] ?? 0 }))
    .toSorted((a, b) => b.score - a.score)
}
