export { createEmbeddingCache } from './embedding-cache.ts'
export { createKnowledgeBaseStore } from './knowledge-base-store.ts'
