import type { Chunk } from '@assay/contracts'
import type { FactSource } from '../triple.ts'

/** A slice of a chunk as evidence. `start` and `end` count in the chunk's text. */
export function sourceAt(chunk: Chunk, span: { start: number; end: number }, family: string): FactSource {
  const quote = chunk.text.slice(span.start, span.end)
  return {
    documentId: chunk.documentId,
    evidence: { chunkId: chunk.id, start: span.start, end: span.end, quote },
    family,
  }
}

/** The same passage of a document has the same id, also when two chunks overlap. */
export const factId = (chunk: Chunk, span: { start: number; end: number }, attribute: string): string =>
  `${chunk.documentId}:${chunk.start + span.start}-${chunk.start + span.end}:${attribute}`
