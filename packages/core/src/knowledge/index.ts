export { auditKnowledgeBase, type KnowledgeBaseAudit } from './audit/audit-knowledge-base.ts'
export type { Finding, FindingKind, FindingPlace } from './audit/finding.ts'
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
export { countSensitive, findSensitiveTexts } from './audit/find-sensitive-texts.ts'
export { joinTopics } from './topics/join-topics.ts'
export { makeTopics, type TopicOptions } from './topics/make-topics.ts'
export { nameTopicsByModel, type ModelNames } from './topics/name-by-model.ts'
export { renameTopic } from './topics/rename-topic.ts'
