import type { Chunk } from '@assay/contracts'
import type { KnowledgeBase } from '../../ports/knowledge-base.ts'
import type { Random } from '../../statistics/random.ts'
import type { GenerationOptions } from '../generator.ts'

/** Shorter passages are headings and leftovers. */
const minTokens = 12

/** Passages that the options allow and that carry something to ask for. */
export function eligibleChunks(
  { chunks, topics }: Pick<KnowledgeBase, 'chunks' | 'topics'>,
  options: Pick<GenerationOptions, 'topics' | 'sources'>,
): readonly Chunk[] {
  const { topics: wanted, sources } = options
  const inTopics =
    wanted &&
    new Set(
      topics?.topics
        .filter(({ id, name }) => wanted.includes(id) || wanted.includes(name))
        .flatMap(({ chunkIds }) => chunkIds),
    )
  const inSources = (source: string): boolean =>
    sources?.some((one) => source === one || source.startsWith(`${one.replace(/\/$/, '')}/`)) ?? true
  return chunks.filter(
    ({ id, source, tokens }) => tokens >= minTokens && (inTopics?.has(id) ?? true) && inSources(source),
  )
}

/** Topic by topic in turn, within a topic document by document in turn, passages of a document at random. */
export function spreadOverTopics(
  chunks: readonly Chunk[],
  { topics }: Pick<KnowledgeBase, 'topics'>,
  random: Random,
): readonly Chunk[] {
  const topicOf = topicNames({ topics })
  const byTopic = groupBy(random.shuffle(chunks), ({ id, documentId }) => topicOf.get(id) ?? documentId)
  const perTopic = [...byTopic.values()].map((group) =>
    takeInTurn([...groupBy(group, ({ documentId }) => documentId).values()]),
  )
  return takeInTurn(perTopic)
}

export const topicNames = ({ topics }: Pick<KnowledgeBase, 'topics'>): ReadonlyMap<string, string> =>
  new Map(topics?.topics.flatMap(({ name, chunkIds }) => chunkIds.map((id) => [id, name] as const)))

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

/** The first of each list, then the second of each. */
export function takeInTurn<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const taken: T[] = []
  let open = lists.filter(({ length }) => length > 0)
  for (let place = 0; open.length > 0; place += 1) {
    for (const list of open) taken.push(...list.slice(place, place + 1))
    open = open.filter(({ length }) => length > place + 1)
  }
  return taken
}
