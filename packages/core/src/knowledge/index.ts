export { cacheEmbeddings } from './cache-embeddings.ts'
export { defaultChunking, type ChunkingOptions, type ChunkingTools } from './chunk-document.ts'
export { diffKnowledgeBases, type KnowledgeBaseChanges } from './diff-knowledge-bases.ts'
export { findStaleCases, type StaleCase, type StaleReason } from './find-stale-cases.ts'
export { parseMarkdown, type Block } from './parse-markdown.ts'
export { createSearchIndex, type SearchHit, type SearchIndex } from './search.ts'
export {
  syncKnowledgeBase,
  type KnowledgeBaseSettings,
  type SyncOutcome,
  type SyncProgress,
} from './sync-knowledge-base.ts'
