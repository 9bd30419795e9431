import { stopWords } from '../../judging/rules/stop-words.data.ts'
import { tokeniseWords } from '../tokenise-words.ts'
import { genericWords } from './generic-words.data.ts'
import { spreadEvenly } from './measure-silhouette.ts'
import { topicText, type TopicChunk } from './topic-text.ts'

export interface TermName {
  /** Two to four words where the texts give them: "Rate limits, webhooks". */
  readonly name: string
  /** Distinctive terms, strongest first. */
  readonly terms: readonly string[]
}

const TERMS = 8
const MAX_NAME_WORDS = 4
const MAX_PHRASE = 3
/** Chunks of a group that are read for its name at most, evenly spread over it. */
const READ = 300
/** A heading names what stands below it. */
const TITLE_WEIGHT = 3
/** A phrase says more than each of its words: of nearly equal weight it wins. */
const PHRASE_BONUS = 1.3
/** A term that stands in a longer phrase this often is only a part of that phrase. */
const PART_SHARE = 0.6
/** Terms of more than this share of the groups, such as the product's name, tell none apart. */
const COMMON_SHARE = 0.8
const GROUPS_TO_COMPARE = 4

/**
 * A name for each group of chunks from its distinctive words and phrases: class-based TF-IDF (Grootendorst 2022),
 * tf / words of the class · ln(1 + mean words of a class / count in all), weighted by the share of the group's chunks
 * that hold the term. No two groups get the same name.
 */
export function nameByTerms(groups: readonly (readonly TopicChunk[])[]): readonly TermName[] {
  const counted = groups.map((chunks) => countTerms(spreadEvenly(chunks, READ)))
  const collection = describeCollection(counted)
  const taken = new Set<string>()
  return counted.map((group) => {
    const terms = withoutRepeats(rankTerms(group, collection))
    return { name: uniqueName(terms, taken), terms: terms.slice(0, TERMS).map(({ surface }) => surface) }
  })
}

interface CountedTerm {
  count: number
  readonly chunks: Set<number>
  /** Spellings; those in running text count more, headings are written in their own case. */
  readonly surfaces: Map<string, number>
}

interface CountedGroup {
  readonly counts: ReadonlyMap<string, CountedTerm>
  readonly words: number
  readonly chunks: number
}

function countTerms(chunks: readonly TopicChunk[]): CountedGroup {
  const counts = new Map<string, CountedTerm>()
  let words = 0
  const add = (surface: string, index: number, weight: number): void => {
    const key = keyOf(surface)
    const term = counts.get(key) ?? {
      count: 0,
      chunks: new Set<number>(),
      surfaces: new Map<string, number>(),
    }
    counts.set(key, term)
    term.count += weight
    term.chunks.add(index)
    term.surfaces.set(surface, (term.surfaces.get(surface) ?? 0) + 1 / weight)
  }
  for (const [index, chunk] of chunks.entries()) {
    const titles = chunk.titlePath.map((title) => [title, TITLE_WEIGHT] as const)
    for (const [text, weight] of [...titles, [topicText(chunk), 1] as const]) {
      for (const run of contentRuns(text)) {
        words += weight * run.length
        for (const surface of phrasesOf(run)) add(surface, index, weight)
      }
    }
  }
  return { counts, words, chunks: chunks.length }
}

/** Runs of words that carry content, as written: broken at punctuation, lines, function words and numbers. */
function contentRuns(text: string): readonly (readonly string[])[] {
  const runs: string[][] = []
  for (const part of text.split(/[^\p{L}\p{M}\p{N}'’_.\- ]+|[.,](?=\s|$)/u)) {
    let run: string[] = []
    for (const word of part.split(' ')) {
      if (isContent(word)) {
        if (run.length === 0) runs.push(run)
        run.push(word)
      } else if (word !== '') run = []
    }
  }
  return runs
}

const isContent = (word: string): boolean =>
  /\p{L}{2}/u.test(word) &&
  word.length < 30 &&
  /^[\p{L}\p{N}].*[\p{L}\p{M}\p{N}]$/u.test(word) &&
  !stopWords.has(word.toLowerCase()) &&
  !genericWords.has(word.toLowerCase())

function phrasesOf(run: readonly string[]): readonly string[] {
  const phrases: string[] = []
  for (let length = 1; length <= MAX_PHRASE; length += 1) {
    for (let start = 0; start + length <= run.length; start += 1)
      phrases.push(run.slice(start, start + length).join(' '))
  }
  return phrases
}

const keyOf = (surface: string): string =>
  surface
    .split(' ')
    .map((word) => tokeniseWords(word).at(-1) ?? word.toLowerCase())
    .join(' ')

interface Collection {
  readonly totals: ReadonlyMap<string, number>
  readonly common: ReadonlySet<string>
  readonly meanWords: number
}

function describeCollection(groups: readonly CountedGroup[]): Collection {
  const totals = new Map<string, number>()
  const holders = new Map<string, number>()
  for (const { counts, chunks } of groups) {
    for (const [key, term] of counts) {
      totals.set(key, (totals.get(key) ?? 0) + term.count)
      if (term.chunks.size >= Math.min(2, chunks)) holders.set(key, (holders.get(key) ?? 0) + 1)
    }
  }
  const limit = groups.length < GROUPS_TO_COMPARE ? Number.POSITIVE_INFINITY : COMMON_SHARE * groups.length
  const common = new Set([...holders].filter(([, count]) => count > limit).map(([key]) => key))
  const meanWords = groups.reduce((sum, { words }) => sum + words, 0) / Math.max(1, groups.length)
  return { totals, common, meanWords }
}

interface Term {
  /** Folded words, blank between. */
  readonly key: string
  /** Its commonest spelling. */
  readonly surface: string
  readonly score: number
}

function rankTerms(group: CountedGroup, { totals, common, meanWords }: Collection): readonly Term[] {
  const parts = partsOfPhrases(group, common)
  const ranked = [...group.counts].flatMap(([key, { count, chunks, surfaces }]): Term[] => {
    const words = key.split(' ')
    if (chunks.size < Math.min(2, group.chunks) || parts.has(key) || words.some((word) => common.has(word)))
      return []
    const frequency = count / Math.max(1, group.words)
    const rarity = Math.log(1 + meanWords / (totals.get(key) ?? 1))
    const coverage = Math.sqrt(chunks.size / group.chunks)
    const bonus = words.length > 1 ? PHRASE_BONUS : 1
    return [{ key, surface: commonest(surfaces), score: frequency * rarity * coverage * bonus }]
  })
  return ranked.toSorted((left, right) => right.score - left.score || (left.key < right.key ? -1 : 1))
}

/** Terms that hardly stand outside of a longer phrase. */
function partsOfPhrases({ counts }: CountedGroup, common: ReadonlySet<string>): ReadonlySet<string> {
  const parts = new Set<string>()
  for (const [key, { count }] of counts) {
    const words = key.split(' ')
    if (words.length < 2 || words.some((word) => common.has(word))) continue
    for (const part of phrasesOf(words)) {
      if (part !== key && count >= PART_SHARE * (counts.get(part)?.count ?? 0)) parts.add(part)
    }
  }
  return parts
}

const commonest = (surfaces: ReadonlyMap<string, number>): string =>
  [...surfaces].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0] as const)[0]

/** Terms that share no word with a stronger one. */
function withoutRepeats(ranked: readonly Term[]): readonly Term[] {
  const used = new Set<string>()
  return ranked.filter(({ key }) => {
    const words = key.split(' ')
    if (words.some((word) => used.has(word))) return false
    for (const word of words) used.add(word)
    return true
  })
}

function uniqueName(terms: readonly Term[], taken: Set<string>): string {
  const [first = 'topic', ...others] = terms.map(({ surface }) => surface)
  const fitting = others.filter((other) => wordsIn(first) + wordsIn(other) <= MAX_NAME_WORDS)
  const names = [
    ...(wordsIn(first) > 2 ? [first] : []),
    ...fitting.map((other) => `${first}, ${other}`),
    first,
  ]
  const numbered = Array.from({ length: taken.size + 1 }, (_, index) => `${first} ${index + 2}`)
  const free = [...names, ...numbered].map(capitalise).find((name) => !taken.has(name.toLowerCase())) ?? first
  taken.add(free.toLowerCase())
  return free
}

const wordsIn = (surface: string): number => surface.split(' ').length

/** The first letter in upper case, unless the word is an identifier. */
const capitalise = (name: string): string =>
  /^\p{Ll}+(?:[\s,]|$)/u.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name
