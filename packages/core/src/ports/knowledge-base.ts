import type { Chunk, DocumentRecord, KnowledgeBaseManifest, TopicMap } from '@assay/contracts'

/** An opened knowledge base, as the rules read it. */
export interface KnowledgeBase {
  readonly manifest: KnowledgeBaseManifest
  readonly documents: readonly DocumentRecord[]
  readonly chunks: readonly Chunk[]
  /** Unit vectors in the order of `chunks`; `null` without an embedder. */
  readonly vectors: readonly Float32Array[] | null
  readonly topics: TopicMap | null
}
