import type { Assistant, Page } from './assistant.ts'
import { tokenize } from './bm25.ts'
import { readPages } from './read-pages.ts'
import { createRetriever, findQuestion } from './retriever.ts'
import { type Cell, type Fact, renderRow } from './split-document.ts'

/** The pages that have been reviewed. A page is searched only when it is listed here. */
export const indexedPages = [
  'introduction.md',
  'concepts.md',
  'installation.md',
  'server-options.md',
  'delivery-options.md',
  'storage.md',
  'environment-variables.md',
  'cli.md',
  'network-ports.md',
  'admin-api.md',
  'plans.md',
  'billing.md',
  'support.md',
  'versions.md',
  'regions.md',
  'roles.md',
  'error-codes.md',
  'retries.md',
  'signatures.md',
  'data-retention.md',
  'security.md',
  'client-libraries.md',
] as const

/** Answers with the sentence or the table cell that resembles the question most. */
export function createExtractiveAssistant(pages: readonly Page[]): Assistant {
  const retrieve = createRetriever(pages)
  return {
    answer: async ({ question }) => {
      const { documents, facts } = retrieve(question)
      const [fact] = facts
      return { text: fact === undefined ? '' : phrase(fact, question), documents }
    },
  }
}

export const { answer } = createExtractiveAssistant(readPages(indexedPages))

/** A row is cut down to the cell that the question names, if it names one. */
function phrase({ text, row }: Fact, question: string): string {
  if (row === undefined) return text
  const asked = new Set(tokenize(findQuestion(question)))
  const [best] = row.cells
    .map((cell) => ({ cell, match: headerMatch(cell, asked) }))
    .toSorted((a, b) => b.match - a.match)
  return best === undefined || best.match === 0 ? text : renderRow({ name: row.name, cells: [best.cell] })
}

/** How many words of the header stand in the question; among equals the header with fewer others wins. */
function headerMatch({ header }: Cell, asked: ReadonlySet<string>): number {
  const words = tokenize(header)
  const matches = words.filter((word) => asked.has(word)).length
  return matches === 0 ? 0 : matches + matches / words.length
}
