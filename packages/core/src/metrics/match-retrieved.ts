import type { ContextRow, RetrievedDocument, TestCase } from '@assay/contracts'
import type { Ranking } from './ranking.ts'
import { containment, shingleText, type Shingles } from './text-overlap.ts'

/**
 * Two passages are the same, or one is part of the other, when this share of the smaller one's word triples stands
 * in the larger. Low enough for another chunker's edges and clean-up, too high for passages on the same matter
 * (measured in the slow test beside this file on documents cut again at 30 to 800 words).
 */
export const overlapThreshold = 0.7

/**
 * Fewer words are no passage (a heading, a file name): a retrieved piece counts only if it holds a quote, and a quote
 * counts only inside a piece of its passage, where by chance it would not stand.
 */
export const minPieceTokens = 8

export interface ReferenceContext {
  readonly id: string
  readonly text: string
  /** The sentences the answer rests on. Where given, a piece of the passage counts only if it holds one of them. */
  readonly quotes?: readonly string[] | undefined
}

/**
 * Sets retrieved documents, best first, against reference contexts: by id, else by text overlap, so that larger and
 * smaller chunks than ours count. The same text returned again under its id carries nothing new; an id may stand for
 * several texts, such as the sections of a file. null, "not available": the target returned no documents at all (an
 * empty list is a retriever that found nothing).
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
    const key = id === undefined ? null : JSON.stringify([id, text])
    if (key !== null && seen.has(key)) return []
    if (key !== null) seen.add(key)
    return id !== undefined && relevant.has(id) ? [id] : findByText(prepareText(text), prepared)
  })
  return { retrieved: carried, relevant }
}

/**
 * The reference passages of a case that are known, with the quotes of its claims: what every figure of retrieval is
 * matched by, so that all of them say the same.
 */
export function readReferences(
  { referenceContexts, referenceClaims }: Pick<TestCase, 'referenceContexts' | 'referenceClaims'>,
  contexts: ReadonlyMap<string, ContextRow>,
): readonly (ContextRow & ReferenceContext)[] {
  const evidence = referenceClaims.flatMap((claim) => claim.evidence)
  return referenceContexts.flatMap((id) => {
    const passage = contexts.get(id)
    const quotes = evidence.filter(({ chunkId }) => chunkId === id).map(({ quote }) => quote)
    return passage === undefined ? [] : [{ ...passage, ...(quotes.length === 0 ? {} : { quotes }) }]
  })
}

interface PreparedText {
  readonly shingles: Shingles
  /** Its words between blanks, to find whole quotes of any length in it. */
  readonly words: string
}

interface PreparedReference {
  readonly id: string
  readonly passage: Shingles
  readonly quotes: readonly PreparedText[]
}

const prepareReference = ({ id, text, quotes = [] }: ReferenceContext): PreparedReference => ({
  id,
  passage: shingleText(text),
  quotes: quotes.map(prepareText).filter(({ shingles }) => shingles.tokens > 0),
})

/** Scripts without spaces: each character is a word. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu

function prepareText(text: string): PreparedText {
  const spaced = text.normalize('NFKC').toLowerCase().replaceAll(unspaced, ' $& ')
  const words = spaced.match(/[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? []
  return { shingles: shingleText(text), words: ` ${words.join(' ')} ` }
}

const findByText = (document: PreparedText, references: readonly PreparedReference[]): readonly string[] =>
  references.filter((reference) => carries(document, reference)).map((reference) => reference.id)

function carries({ shingles, words }: PreparedText, { passage, quotes }: PreparedReference): boolean {
  if (containment(passage, shingles) >= overlapThreshold) return true
  const whole = quotes.filter((quote) => words.includes(quote.words))
  if (whole.some((quote) => quote.shingles.tokens >= minPieceTokens)) return true
  if (containment(shingles, passage) < overlapThreshold) return false
  if (whole.length > 0) return true
  if (shingles.tokens < minPieceTokens) return false
  return (
    quotes.length === 0 || quotes.some((quote) => containment(quote.shingles, shingles) >= overlapThreshold)
  )
}
