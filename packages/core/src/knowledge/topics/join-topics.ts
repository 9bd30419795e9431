import type { TopicMap } from '@assay/contracts'
import type { Hash } from '../../ports/hash.ts'
import { createRandom } from '../../statistics/random.ts'
import { measureBounds } from './find-outliers.ts'
import { meanSilhouette, UNASSIGNED } from './measure-silhouette.ts'
import { hasSourceTopics, readSourceTopics } from './source-topics.ts'
import { nearestCentroid } from './spherical-means.ts'
import { createTopicSpace, type TopicSource } from './topic-space.ts'

/** Placing chunks in an existing map draws no lots that matter: the space is the same up to a rotation. */
const SPACE_SEED = 'topics'

/**
 * The topics after the knowledge base changed: chunks without a topic join the nearest one when they are clearly near,
 * the others stay unassigned (all of them where there is one topic: near is measured against the others). Topics, their
 * names and their chunks stay; chunks that are gone must have been taken out.
 */
export function joinTopics(base: TopicSource, map: TopicMap, hash: Hash): TopicMap {
  if (map.space === 'source') return hasSourceTopics(base) ? readSourceTopics(base, hash) : map
  if (map.unassigned.length === 0 || map.topics.length < 2) return map
  const { space, vectors } = createTopicSpace(base, createRandom(SPACE_SEED))
  const before = labelsOf(base, map)
  const { centroids, threshold } = measureBounds(vectors, before)
  const labels = before.map((label, index) => {
    if (label !== UNASSIGNED) return label
    const nearest = nearestCentroid(vectors[index] ?? new Float32Array(), centroids)
    return nearest.similarity >= threshold ? nearest.cluster : UNASSIGNED
  })
  const joined = (topic: number): string[] =>
    base.chunks
      .filter((_, index) => before[index] === UNASSIGNED && labels[index] === topic)
      .map(({ id }) => id)
  return {
    space,
    silhouette: meanSilhouette(vectors, labels),
    topics: map.topics.map((topic, index) => ({ ...topic, chunkIds: [...topic.chunkIds, ...joined(index)] })),
    unassigned: base.chunks.filter((_, index) => labels[index] === UNASSIGNED).map(({ id }) => id),
  }
}

function labelsOf({ chunks }: TopicSource, { topics }: TopicMap): Int32Array {
  const topicOf = new Map(topics.flatMap(({ chunkIds }, index) => chunkIds.map((id) => [id, index] as const)))
  return Int32Array.from(chunks, ({ id }) => topicOf.get(id) ?? UNASSIGNED)
}
