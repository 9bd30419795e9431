import type { KnowledgeBase } from '../ports/knowledge-base.ts'

export interface KnowledgeBaseChanges {
  /** Sources, in order. */
  readonly documents: {
    readonly added: readonly string[]
    readonly changed: readonly string[]
    readonly removed: readonly string[]
    readonly unchanged: number
  }
  /** Chunk ids. A passage whose words changed is one removed and one added. */
  readonly chunks: {
    readonly added: readonly string[]
    readonly removed: readonly string[]
    readonly unchanged: number
  }
}

type Contents = Pick<KnowledgeBase, 'documents' | 'chunks'>

/** What a knowledge base has that the one before it had not, and the other way round. */
export function diffKnowledgeBases(before: Contents | null, after: Contents): KnowledgeBaseChanges {
  const hashes = new Map(before?.documents.map((document) => [document.source, document.contentHash]))
  const sources = new Set(after.documents.map((document) => document.source))
  const known = after.documents.filter((document) => hashes.has(document.source))
  const changed = known.filter((document) => hashes.get(document.source) !== document.contentHash)
  const oldChunks = new Set(before?.chunks.map((chunk) => chunk.id))
  const newChunks = new Set(after.chunks.map((chunk) => chunk.id))
  return {
    documents: {
      added: after.documents.map(({ source }) => source).filter((source) => !hashes.has(source)),
      changed: changed.map(({ source }) => source),
      removed: [...hashes.keys()].filter((source) => !sources.has(source)),
      unchanged: known.length - changed.length,
    },
    chunks: {
      added: [...newChunks].filter((id) => !oldChunks.has(id)),
      removed: [...oldChunks].filter((id) => !newChunks.has(id)),
      unchanged: [...newChunks].filter((id) => oldChunks.has(id)).length,
    },
  }
}
