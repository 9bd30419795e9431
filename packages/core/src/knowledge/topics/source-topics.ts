import type { Topic, TopicMap } from '@assay/contracts'
import type { Hash } from '../../ports/hash.ts'
import { nameByTerms } from './name-by-terms.ts'
import type { TopicSource } from './topic-space.ts'

/** Share of the documents that must name their topic for the documents' own topics to be used. */
const MIN_SHARE = 0.5

export const hasSourceTopics = ({ documents }: TopicSource): boolean =>
  documents.length > 0 &&
  documents.filter(({ topic }) => isNamed(topic)).length >= MIN_SHARE * documents.length

/** The topics that the documents name themselves, in the order they first come up. */
export function readSourceTopics({ chunks, documents }: TopicSource, hash: Hash): TopicMap {
  const topicOf = new Map(documents.map(({ id, topic }) => [id, isNamed(topic) ? topic.trim() : null]))
  const groups = Map.groupBy(chunks, ({ documentId }) => topicOf.get(documentId) ?? null)
  const named = [...groups].flatMap(([name, members]) => (name === null ? [] : [{ name, members }]))
  const terms = nameByTerms(named.map(({ members }) => members))
  const topics = named.map(({ name, members }, index): Topic => ({
    id: `t-${hash(`source ${name}`).slice(0, 8)}`,
    name,
    namedBy: 'source',
    terms: [...(terms[index]?.terms ?? [])],
    chunkIds: members.map(({ id }) => id),
  }))
  return {
    space: 'source',
    silhouette: null,
    topics,
    unassigned: (groups.get(null) ?? []).map(({ id }) => id),
  }
}

const isNamed = (topic: string | undefined): topic is string => topic !== undefined && topic.trim() !== ''
