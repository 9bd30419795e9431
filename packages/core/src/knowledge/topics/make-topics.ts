import type { Chunk, Topic, TopicMap } from '@assay/contracts'
import type { Hash } from '../../ports/hash.ts'
import { createRandom } from '../../statistics/random.ts'
import { chooseClusters } from './choose-clusters.ts'
import { releaseOutliers } from './find-outliers.ts'
import { keepTopicNames } from './keep-topic-names.ts'
import { meanSilhouette, UNASSIGNED } from './measure-silhouette.ts'
import { nameByTerms } from './name-by-terms.ts'
import { hasSourceTopics, readSourceTopics } from './source-topics.ts'
import { createTopicSpace, type TopicSource } from './topic-space.ts'

export interface TopicOptions {
  readonly seed: string | number
  readonly hash: Hash
  /** Topics of the last time: those that hold the same chunks keep their id, and their name where a person or a model gave it. */
  readonly previous?: TopicMap | null
}

/**
 * What the knowledge base is about: chunks clustered in the full space, as many topics as the silhouette favours, chunks
 * far from all of them unassigned. Topics the documents name themselves are taken as they are. The same input and seed
 * give the same topics.
 */
export function makeTopics(base: TopicSource, { seed, hash, previous = null }: TopicOptions): TopicMap {
  if (hasSourceTopics(base)) return readSourceTopics(base, hash)
  const random = createRandom(seed)
  const { space, vectors } = createTopicSpace(base, random)
  const labels = releaseOutliers(vectors, chooseClusters(vectors, random))
  const groups = groupChunks(base.chunks, labels)
  const names = nameByTerms(groups)
  const topics = groups.map((chunks, index): Topic => {
    const chunkIds = chunks.map(({ id }) => id)
    const { name = '', terms = [] } = names[index] ?? {}
    return { id: topicId(chunkIds, hash), name, namedBy: 'terms', terms: [...terms], chunkIds }
  })
  return {
    space,
    silhouette: meanSilhouette(vectors, labels),
    topics: keepTopicNames(topics, previous),
    unassigned: base.chunks.filter((_, index) => labels[index] === UNASSIGNED).map(({ id }) => id),
  }
}

/** From the chunks a topic was made of; it keeps the id when it changes later. */
export const topicId = (chunkIds: readonly string[], hash: Hash): string =>
  `t-${hash(chunkIds.toSorted().join('\n')).slice(0, 8)}`

function groupChunks(chunks: readonly Chunk[], labels: Int32Array): readonly (readonly Chunk[])[] {
  const groups = new Map<number, Chunk[]>()
  chunks.forEach((chunk, index) => {
    const label = labels[index] ?? UNASSIGNED
    if (label === UNASSIGNED) return
    const group = groups.get(label) ?? []
    groups.set(label, group)
    group.push(chunk)
  })
  return [...groups.values()].toSorted((left, right) => right.length - left.length)
}
