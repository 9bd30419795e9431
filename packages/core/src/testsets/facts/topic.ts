import type { Chunk } from '@assay/contracts'
import type { Lexicon } from './language/lexicon.ts'

const calendar =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|English|American|The|A|I|If|In|It|This|When|For|API|HTTP|URL|JSON|ID|UTC|License|Licence|Apache|Copyright)$/

/** Common nouns that belong to the name before them. */
export const organisation =
  /^(?:Company|Corporation|Corp|Inc|Ltd|Group|University|Bank|Institute|Foundation|Association|Agency|Hospital|School|College|Society|Club)$/

/** What the documents are about, as far as names tell. */
export interface Topics {
  /** One document, or one name that all of them are about. */
  readonly single: boolean
  /** The product, house or organisation a document is about: "Lumen Relay"; `null` where no name stands out. */
  readonly of: (documentId: string) => string | null
}

/** A document speaks for itself from this many mentions of one name. */
const MIN_MENTIONS = 5
/** In so many documents' titles stands what they are about; a text mentions much else. */
const TITLE_SHARE = 1 / 3
/** Of all documents, or of all text: so nearly the whole that the rest follows it. */
const NEARLY_ALL = 0.8

/** Names by how many documents hold them; a document without the common name may have a name of its own. */
export function findTopics(chunks: readonly Chunk[], lexicon: Lexicon): Topics {
  const mentions = countMentions(
    chunks,
    lexicon,
    ({ titlePath, text }) => `${titlePath.join(' . ')} . ${text}`,
  )
  const titled = countMentions(chunks, lexicon, ({ titlePath: [title = ''] }) => title)
  const total = new Map<string, number>()
  for (const [name, count] of [...mentions.values()].flatMap((names) => [...names]))
    total.set(name, (total.get(name) ?? 0) + count)
  const shareOf = (of: Mentions, name: string): number =>
    [...of.values()].filter((names) => names.has(name)).length / mentions.size
  const isCommon = ([name]: readonly [string, number]): boolean =>
    mentions.size > 1 && shareOf(mentions, name) >= 0.5 && shareOf(titled, name) >= TITLE_SHARE
  const common = longest([...total].filter(isCommon))
  const main = mainDocument(chunks)
  return {
    single: main !== null || common !== null,
    of: (documentId) => {
      const names = mentions.get(documentId) ?? new Map<string, number>()
      const own = longest([...names].filter(([, count]) => count >= MIN_MENTIONS))
      if (documentId === main) return own
      // "ABC" of all documents is "ABC Company" in this one.
      if (common !== null && own?.startsWith(`${common} `) === true) return own
      return common !== null && (names.has(common) || shareOf(mentions, common) >= NEARLY_ALL) ? common : null
    },
  }
}

/** The only document, or the one beside which the others are leaflets. */
function mainDocument(chunks: readonly Chunk[]): string | null {
  const sizes = new Map<string, number>()
  for (const { documentId, text } of chunks) sizes.set(documentId, (sizes.get(documentId) ?? 0) + text.length)
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  return [...sizes].find(([, size]) => size >= all * NEARLY_ALL)?.[0] ?? null
}

type Mentions = ReadonlyMap<string, ReadonlyMap<string, number>>

function countMentions(
  chunks: readonly Chunk[],
  lexicon: Lexicon,
  textOf: (chunk: Chunk) => string,
): Mentions {
  const mentions = new Map<string, Map<string, number>>()
  for (const chunk of chunks) {
    const names = mentions.get(chunk.documentId) ?? new Map<string, number>()
    const text = textOf(chunk).replace(/`[^`]*`/g, '`')
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
