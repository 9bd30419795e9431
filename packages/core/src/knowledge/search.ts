import type { Chunk } from '@assay/contracts'
import { must } from '../must.ts'
import type { KnowledgeBase } from '../ports/knowledge-base.ts'
import { createBm25Index, type Bm25Index, type WordMatch } from './bm25-index.ts'
import type { Ranked } from './select-top.ts'
import { createVectorIndex, type VectorIndex } from './vector-index.ts'

export interface SearchHit {
  readonly chunk: Chunk
  /** Sum of 1 / (60 + rank) over the two lists: reciprocal rank fusion (Cormack et al. 2009). */
  readonly score: number
  readonly why: {
    /** Words of the query found in the chunk or its headings, with their BM25 weights, heaviest first. */
    readonly words: readonly WordMatch[]
    /** 1 is best; `null`: not among the candidates of that list. */
    readonly lexicalRank: number | null
    readonly vectorRank: number | null
    /** Cosine of query and chunk; `null` without vectors. */
    readonly similarity: number | null
  }
}

export interface SearchOptions {
  /** How many hits at most. */
  readonly k: number
  /** The query's unit vector, by the embedder of the knowledge base. Without it words alone decide. */
  readonly queryVector?: Float32Array
}

export interface SearchIndex {
  search(query: string, options: SearchOptions): readonly SearchHit[]
}

const RANK_CONSTANT = 60
/** How deep each list is read before they are joined. */
const MIN_CANDIDATES = 100

/** Search over a knowledge base by words and, where it has vectors, by meaning. Build once, keep while it is read. */
export function createSearchIndex({
  chunks,
  vectors,
}: Pick<KnowledgeBase, 'chunks' | 'vectors'>): SearchIndex {
  const lexical = createBm25Index(chunks.map(searchText))
  const semantic = vectors === null ? null : createVectorIndex(vectors)
  return {
    search(query, { k, queryVector }) {
      const depth = Math.max(MIN_CANDIDATES, 2 * k)
      const byWords = ranks(lexical.search(query, depth))
      const byMeaning = ranks(queryVector === undefined ? [] : (semantic?.search(queryVector, depth) ?? []))
      const explain = { query, queryVector, lexical, semantic, byWords, byMeaning }
      return fuse(byWords, byMeaning)
        .slice(0, k)
        .map(({ index, score }) => ({
          chunk: must(chunks[index], 'found chunk'),
          score,
          why: explainHit(index, explain),
        }))
    },
  }
}

/** What is searched and embedded: the passage under the names of what it is about. */
export const searchText = (chunk: Pick<Chunk, 'titlePath' | 'text'>): string =>
  [chunk.titlePath.join(' > '), chunk.text].filter((part) => part !== '').join('\n')

type Ranks = ReadonlyMap<number, number>

const ranks = (found: readonly Ranked[]): Ranks =>
  new Map(found.map(({ index }, place) => [index, place + 1]))

function fuse(byWords: Ranks, byMeaning: Ranks): readonly Ranked[] {
  const part = (rank: number | undefined): number => (rank === undefined ? 0 : 1 / (RANK_CONSTANT + rank))
  const found = new Set([...byWords.keys(), ...byMeaning.keys()])
  return [...found]
    .map((index) => ({ index, score: part(byWords.get(index)) + part(byMeaning.get(index)) }))
    .sort((left, right) => right.score - left.score || left.index - right.index)
}

interface Explanation {
  readonly query: string
  readonly queryVector: Float32Array | undefined
  readonly lexical: Bm25Index
  readonly semantic: VectorIndex | null
  readonly byWords: Ranks
  readonly byMeaning: Ranks
}

function explainHit(index: number, from: Explanation): SearchHit['why'] {
  const { queryVector, semantic } = from
  return {
    words: from.lexical.explain(from.query, index),
    lexicalRank: from.byWords.get(index) ?? null,
    vectorRank: from.byMeaning.get(index) ?? null,
    similarity:
      queryVector === undefined || semantic === null ? null : semantic.similarity(queryVector, index),
  }
}
