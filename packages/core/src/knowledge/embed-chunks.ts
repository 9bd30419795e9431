import type { Chunk } from '@assay/contracts'
import { must } from '../must.ts'
import type { Embedder } from '../ports/embedder.ts'
import type { KnowledgeBase } from '../ports/knowledge-base.ts'
import { ok, type Result } from '../result.ts'
import { searchText } from './search.ts'

const BATCH_SIZE = 64

export interface EmbeddingOptions {
  readonly signal?: AbortSignal
  /** Called after each batch with how many of the chunks have their vector. */
  readonly onProgress?: (done: number, total: number) => void
}

/** Vectors in the order of `chunks`; those of passages that stood before, under the same headings, are carried over. */
export async function embedChunks(
  chunks: readonly Chunk[],
  previous: KnowledgeBase | null,
  embedder: Embedder,
  { signal, onProgress }: EmbeddingOptions = {},
): Promise<Result<readonly Float32Array[]>> {
  const vectors = carriedVectors(previous, embedder.id)
  const missing = [...new Set(chunks.map(searchText))].filter((text) => !vectors.has(text))
  for (let start = 0; start < missing.length; start += BATCH_SIZE) {
    const texts = missing.slice(start, start + BATCH_SIZE)
    const made = await embedder.embed(texts, signal)
    if (!made.ok) return made
    for (const [index, text] of texts.entries()) vectors.set(text, must(made.value[index], 'vector'))
    onProgress?.(Math.min(start + BATCH_SIZE, missing.length), missing.length)
  }
  return ok(chunks.map((chunk) => must(vectors.get(searchText(chunk)), 'vector of a chunk')))
}

function carriedVectors(previous: KnowledgeBase | null, embedder: string): Map<string, Float32Array> {
  const { chunks, vectors } = previous ?? { chunks: [], vectors: null }
  if (vectors === null || previous?.manifest.embedder !== embedder) return new Map()
  return new Map(chunks.map((chunk, index) => [searchText(chunk), must(vectors[index], 'stored vector')]))
}
