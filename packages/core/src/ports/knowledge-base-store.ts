import type { KnowledgeBaseManifest, TopicMap } from '@assay/contracts'
import type { Result } from '../result.ts'
import type { KnowledgeBase } from './knowledge-base.ts'

/** Where knowledge bases are kept. A save that fails or is killed leaves the one before it. */
export interface KnowledgeBaseStore {
  list(): Promise<Result<readonly KnowledgeBaseManifest[]>>
  /** Fails with ASSAY-2001 when there is none of this name, ASSAY-2005 when it is damaged. */
  open(name: string): Promise<Result<KnowledgeBase>>
  /** Replaces the one of the same name. */
  save(knowledgeBase: KnowledgeBase): Promise<Result<void>>
  saveTopics(name: string, topics: TopicMap): Promise<Result<void>>
  remove(name: string): Promise<Result<void>>
}
