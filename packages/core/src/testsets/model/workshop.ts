import type { SearchIndex } from '../../knowledge/search.ts'
import type { Embedder } from '../../ports/embedder.ts'
import type { Hash } from '../../ports/hash.ts'
import type { KnowledgeBase } from '../../ports/knowledge-base.ts'
import type { ModelCaller } from '../../ports/model-caller.ts'
import type { GenerationOptions } from '../generator.ts'

/** What one unit works with. */
export interface Workshop {
  readonly knowledgeBase: KnowledgeBase
  readonly index: SearchIndex
  /** Turns queries into vectors where the knowledge base has them; `null`: search by words alone. */
  readonly embedder: Embedder | null
  readonly hash: Hash
  readonly options: GenerationOptions
  /** Version of the generator. */
  readonly version: string
  readonly writer: ModelCaller
  readonly validator: ModelCaller
  readonly signal: AbortSignal
  readonly topicOf: (chunkId: string) => string | null
}
