import type { RetrievedDocument } from '@assay/contracts'
import type { Ranking } from './ranking.ts'
import { containment, shingleText, type Shingles } from './text-overlap.ts'

/**
 * Two passages are the same, or one is part of the other, when this share of the smaller one's word triples stands
 * in the larger. Low enough for another chunker's edges and clean-up, too high for passages on the same matter
 * (measured in the slow test beside this file on documents cut again at 30 to 800 words).
 */
export const overlapThreshold = 0.7

/** A retrieved piece shorter than this is no passage (a heading, a file name) and is not matched as part of one. */
export const minPieceTokens = 8

export interface ReferenceContext {
  readonly id: string
  readonly text: string
  /** The sentences the answer rests on. Where given, a piece of the passage counts only if it holds one of them. */
  readonly quotes?: readonly string[] | undefined
}

/**
 * Sets retrieved documents, best first, against reference contexts: by id, else by text overlap, so that larger and
 * smaller chunks than ours count. A document returned again under its id carries nothing new. null, "not
 * available": the target returned no documents at all (an empty list is a retriever that found nothing).
 */
export function matchRetrieved(
  retrieved: readonly RetrievedDocument[] | null | undefined,
  references: readonly ReferenceContext[],
): Ranking | null {
  if (!retrieved) return null
  const relevant = new Set(references.map((reference) => reference.id))
  const prepared = references.map(prepareReference)
  const seen = new Set<string>()
  const carried = retrieved.map(({ id, text }) => {
    if (id !== undefined && seen.has(id)) return []
    if (id !== undefined) seen.add(id)
    if (id !== undefined && relevant.has(id)) return [id]
    return text === undefined ? [] : findByText(shingleText(text), prepared)
  })
  return { retrieved: carried, relevant }
}

interface PreparedReference {
  readonly id: string
  readonly passage: Shingles
  readonly quotes: readonly Shingles[]
}

const prepareReference = ({ id, text, quotes = [] }: ReferenceContext): PreparedReference => ({
  id,
  passage: shingleText(text),
  quotes: quotes.map(shingleText),
})

const findByText = (document: Shingles, references: readonly PreparedReference[]): readonly string[] =>
  references.filter((reference) => carries(document, reference)).map((reference) => reference.id)

function carries(document: Shingles, { passage, quotes }: PreparedReference): boolean {
  if (containment(passage, document) >= overlapThreshold) return true
  const isPiece = document.tokens >= minPieceTokens && containment(document, passage) >= overlapThreshold
  const holdsQuote = quotes.some((quote) => containment(quote, document) >= overlapThreshold)
  return isPiece && (quotes.length === 0 || holdsQuote)
}
