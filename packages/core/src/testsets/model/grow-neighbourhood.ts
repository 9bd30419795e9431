import type { Chunk, QuestionType } from '@assay/contracts'
import { searchText, type SearchIndex } from '../../knowledge/search.ts'
import type { KnowledgeBase } from '../../ports/knowledge-base.ts'

/** Tokens of one document that a generation call sees. */
const maxTokens = 1000
const maxPassages = 3
/** Two documents are near when one is found by the other's words among this many. */
const searchDepth = 12

/**
 * A seed and the passages that follow it in its document. For multi-hop questions: the seed and the nearest passage of
 * another document, with `null` when there is none.
 */
export function growNeighbourhood(
  seed: Chunk,
  type: QuestionType,
  { knowledgeBase, index }: { readonly knowledgeBase: KnowledgeBase; readonly index: SearchIndex },
  taken: ReadonlySet<string>,
): readonly Chunk[] | null {
  if (type === 'multi-hop') {
    const other = index
      .search(searchText(seed), { k: searchDepth })
      .find(({ chunk }) => chunk.documentId !== seed.documentId && !taken.has(chunk.id))
    return other === undefined ? null : [seed, other.chunk]
  }
  const start = knowledgeBase.chunks.indexOf(seed)
  const group: Chunk[] = [seed]
  let tokens = seed.tokens
  for (const next of knowledgeBase.chunks.slice(start + 1, start + maxPassages)) {
    tokens += next.tokens
    if (next.documentId !== seed.documentId || taken.has(next.id) || tokens > maxTokens) break
    group.push(next)
  }
  return group
}
