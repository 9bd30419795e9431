import type { Chunk, TestCase } from '@assay/contracts'

export interface StaleReason {
  /**
   * `context-gone`: a reference context is no longer a passage; `quote-gone`: the quoted words stand nowhere in the
   * knowledge base; `quote-moved`: they stand in another passage now, so the case holds but points to the wrong place.
   */
  readonly kind: 'context-gone' | 'quote-gone' | 'quote-moved'
  readonly chunkId: string
  readonly quote?: string
  readonly movedTo?: string
}

export interface StaleCase {
  readonly caseId: string
  readonly reasons: readonly StaleReason[]
  /** Whether all its quotes still stand somewhere: it can be pointed to the new places without being asked anew. */
  readonly repairable: boolean
}

/** Shorter quotes ("30 s") stand in many places that say something else. */
const MOVED_QUOTE_MIN_CHARACTERS = 20

/** Test cases whose evidence or reference contexts no longer stand in the knowledge base as they were taken from it. */
export function findStaleCases(cases: Iterable<TestCase>, chunks: readonly Chunk[]): readonly StaleCase[] {
  const byId = new Map(chunks.map((chunk) => [chunk.id, chunk]))
  const stale: StaleCase[] = []
  for (const testCase of cases) {
    const reasons = [...goneContexts(testCase, byId), ...brokenQuotes(testCase, chunks, byId)]
    if (reasons.length === 0) continue
    const quotes = reasons.filter(({ kind }) => kind !== 'context-gone')
    const repairable = quotes.length > 0 && quotes.every(({ kind }) => kind === 'quote-moved')
    stale.push({ caseId: testCase.id, reasons, repairable })
  }
  return stale
}

type ChunksById = ReadonlyMap<string, Chunk>

const goneContexts = ({ referenceContexts }: TestCase, byId: ChunksById): StaleReason[] =>
  referenceContexts.filter((id) => !byId.has(id)).map((chunkId) => ({ kind: 'context-gone', chunkId }))

function brokenQuotes(testCase: TestCase, chunks: readonly Chunk[], byId: ChunksById): StaleReason[] {
  const evidence = testCase.referenceClaims.flatMap((claim) => claim.evidence)
  return evidence.flatMap(({ chunkId, start, end, quote }): StaleReason[] => {
    if (byId.get(chunkId)?.text.slice(start, end) === quote) return []
    const movedTo = quote.length < MOVED_QUOTE_MIN_CHARACTERS ? undefined : findQuote(quote, chunks)
    return [
      movedTo === undefined
        ? { kind: 'quote-gone', chunkId, quote }
        : { kind: 'quote-moved', chunkId, quote, movedTo },
    ]
  })
}

const findQuote = (quote: string, chunks: readonly Chunk[]): string | undefined =>
  chunks.find((chunk) => chunk.text.includes(quote))?.id
