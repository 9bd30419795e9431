import type { Chunk } from '@assay/contracts'
import type { Workshop } from './workshop.ts'

/** The passages that lie nearest to any of the queries, by words and, with an embedder, by meaning; best ranks first. */
export async function searchPassages(
  queries: readonly string[],
  count: number,
  { index, embedder, knowledgeBase, signal }: Workshop,
): Promise<readonly Chunk[]> {
  const texts = queries.filter((query) => query.trim() !== '')
  const embedded =
    embedder === null || knowledgeBase.vectors === null ? null : await embedder.embed(texts, signal)
  const lists = texts.map((query, place) => {
    const queryVector = embedded?.ok === true ? embedded.value[place] : undefined
    return index.search(query, { k: count, ...(queryVector === undefined ? {} : { queryVector }) })
  })
  const found = new Map<string, Chunk>()
  for (let rank = 0; rank < count; rank += 1)
    for (const list of lists) {
      const chunk = list[rank]?.chunk
      if (chunk !== undefined && found.size < count) found.set(chunk.id, chunk)
    }
  return [...found.values()]
}
