import type { Topic, TopicMap } from '@assay/contracts'

/** Share of the smaller one's chunks that two topics must have in common to be the same topic. */
const MIN_OVERLAP = 0.5

interface Pair {
  readonly before: Topic
  readonly now: Topic
  readonly common: number
  readonly overlap: number
}

/**
 * Topics that hold the same chunks as one of the last time keep its id, and the name a person or a model gave it. Each old
 * topic is found again at most once, the largest overlap first.
 */
export function keepTopicNames(topics: readonly Topic[], previous: TopicMap | null): Topic[] {
  const found = new Map<Topic, Topic>()
  const taken = new Set<Topic>()
  for (const { before, now } of overlappingPairs(topics, previous?.topics ?? [])) {
    if (found.has(now) || taken.has(before)) continue
    found.set(now, before)
    taken.add(before)
  }
  return topics.map((topic) => {
    const before = found.get(topic)
    if (before === undefined) return topic
    const isGiven = before.namedBy === 'person' || before.namedBy === 'model'
    return { ...topic, id: before.id, ...(isGiven && { name: before.name, namedBy: before.namedBy }) }
  })
}

function overlappingPairs(topics: readonly Topic[], earlier: readonly Topic[]): readonly Pair[] {
  const pairs = earlier.flatMap((before) => {
    const ids = new Set(before.chunkIds)
    return topics.map((now): Pair => {
      const common = now.chunkIds.filter((id) => ids.has(id)).length
      return { before, now, common, overlap: common / Math.max(1, Math.min(ids.size, now.chunkIds.length)) }
    })
  })
  return pairs
    .filter(({ overlap }) => overlap >= MIN_OVERLAP)
    .toSorted((left, right) => right.common - left.common || right.overlap - left.overlap)
}
