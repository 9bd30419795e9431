import type { Chunk } from '@assay/contracts'
import type { Lexicon } from './language/lexicon.ts'

const calendar =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|English|American|The|A|I|If|In|It|This|When|For|API|HTTP|URL|JSON|ID|UTC|License|Licence|Apache|Copyright)$/

/** Common nouns that belong to the name before them. */
export const organisation =
  /^(?:Company|Corporation|Corp|Inc|Ltd|Group|University|Bank|Institute|Foundation|Association|Agency|Hospital|School|College|Society|Club)$/

/** What the documents are about, as far as names tell. */
export interface Topics {
  /** One document, or one name that stands in at least half of them. */
  readonly single: boolean
  /** The product, house or organisation a document is about: "Lumen Relay"; `null` where no name stands out. */
  readonly of: (documentId: string) => string | null
}

/** A document speaks for itself from this many mentions of one name. */
const MIN_MENTIONS = 5

/** Names by how many documents hold them; a document without the common name may have a name of its own. */
export function findTopics(chunks: readonly Chunk[], lexicon: Lexicon): Topics {
  const mentions = countMentions(chunks, lexicon)
  const documents = new Map<string, number>()
  const total = new Map<string, number>()
  for (const [name, count] of [...mentions.values()].flatMap((names) => [...names])) {
    documents.set(name, (documents.get(name) ?? 0) + 1)
    total.set(name, (total.get(name) ?? 0) + count)
  }
  const isCommon = ([name]: readonly [string, number]): boolean =>
    mentions.size > 1 && (documents.get(name) ?? 0) * 2 >= mentions.size
  const common = longest([...total].filter(isCommon))
  const single = mentions.size === 1 || common !== null
  return {
    single,
    of: (documentId) => {
      const names = mentions.get(documentId) ?? new Map<string, number>()
      const own = longest([...names].filter(([, count]) => count >= MIN_MENTIONS))
      // "ABC" of all documents is "ABC Company" in this one.
      if (common !== null && own?.startsWith(`${common} `) === true) return own
      if (common !== null && (names.has(common) || (documents.get(common) ?? 0) >= mentions.size * 0.8))
        return common
      return mentions.size === 1 ? own : null
    },
  }
}

function countMentions(chunks: readonly Chunk[], lexicon: Lexicon): ReadonlyMap<string, Map<string, number>> {
  const mentions = new Map<string, Map<string, number>>()
  for (const chunk of chunks) {
    const names = mentions.get(chunk.documentId) ?? new Map<string, number>()
    const text = `${chunk.titlePath.join(' . ')} . ${chunk.text}`.replace(/`[^`]*`/g, '`')
    for (const [run] of text.matchAll(/\b[A-Z][A-Za-z]{2,}(?: [A-Z][A-Za-z]+)*/g))
      for (const name of namesIn(run.split(' '), lexicon)) names.set(name, (names.get(name) ?? 0) + 1)
    mentions.set(chunk.documentId, names)
  }
  return mentions
}

/** Every run of one to three proper words. */
function namesIn(words: readonly string[], lexicon: Lexicon): readonly string[] {
  const isPart = (word: string, index: number): boolean =>
    !calendar.test(word) &&
    word.length > 2 &&
    (lexicon.isProper(word) || (index > 0 && organisation.test(word)))
  return words.flatMap((_, start) =>
    [1, 2, 3]
      .map((length) => words.slice(start, start + length))
      .filter((part, index) => part.length === index + 1 && part.every(isPart))
      .map((part) => part.join(' ')),
  )
}

/** The name counted most; a longer one that holds it wins where it is nearly as common: "Lumen Relay" over "Lumen". */
function longest(counted: readonly (readonly [string, number])[]): string | null {
  const most = Math.max(0, ...counted.map(([, count]) => count))
  const [best] = counted
    .filter(([, count]) => count >= most * 0.8)
    .toSorted((left, right) => right[0].split(' ').length - left[0].split(' ').length || right[1] - left[1])
  return best?.[0] ?? null
}
