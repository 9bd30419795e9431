import type { TopicMap } from '@assay/contracts'
import type { KnowledgeBase } from '../../ports/knowledge-base.ts'
import type { Random } from '../../statistics/random.ts'
import { embedByWords } from './embed-by-words.ts'
import type { UnitVectors } from './unit-vectors.ts'

export type TopicSource = Pick<KnowledgeBase, 'chunks' | 'documents' | 'vectors'>

export interface TopicSpace {
  readonly space: Exclude<TopicMap['space'], 'source'>
  readonly vectors: UnitVectors
}

/** Where chunks are near when they are about the same: the embeddings in full where there are any, else their words. */
export const createTopicSpace = ({ chunks, vectors }: TopicSource, random: Random): TopicSpace =>
  vectors === null
    ? { space: 'tf-idf', vectors: embedByWords(chunks, random) }
    : { space: 'embeddings', vectors }
