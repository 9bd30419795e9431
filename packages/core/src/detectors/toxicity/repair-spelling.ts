import { functionWords } from '../../languages/function-words.data.ts'
import { rewrite, type Rewriting, type TextWithOrigins } from '../normalise/text-with-origins.ts'
import { classIndex, toSet } from './class-index.ts'
import { commonWords } from './common-words.data.ts'

/**
 * Words of the lists that are spelt so that a list would miss them: letters swapped, left out, doubled or starred,
 * signs for letters, spaces put in or left out. Any other word stays as it is.
 */
export function repairSpelling(source: TextWithOrigins): TextWithOrigins {
  const words: readonly Word[] = [...source.text.matchAll(wordLike)].map(({ 0: text, index: start }) => ({
    text: text.toLowerCase(),
    start,
    end: start + text.length,
  }))
  const rewritings: Rewriting[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    if (!word) break
    const joined = joinPieces(words, at)
    const text = joined?.text ?? repairWord(word.text)
    if (text === null) continue
    rewritings.push({ start: word.start, end: joined?.end ?? word.end, text })
    at += joined ? joined.pieces - 1 : 0
  }
  return rewrite(source, rewritings)
}

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

const wordLike = /[\p{L}\p{N}@$*#|]+(?:[!'’][\p{L}\p{N}@$*#|]+)*/gu

/** Words are only repaired to when they are so long: short ones are too near to other words. */
const minSwapped = 5
const minShortened = 6
const minShortenedGroup = 5
/** Longer runs of letters are no words run together. */
const longest = 80

const known: ReadonlySet<string> = new Set([
  ...classIndex.words.keys(),
  ...classIndex.groupAdjectives,
  ...classIndex.peopleNouns,
  ...[...classIndex.phrases].flatMap(([head, phrases]) => [head, ...phrases.flatMap(({ rest }) => rest)]),
  ...toSet(`${functionWords['en'] ?? ''} ${commonWords}`),
])

const sortInner = (word: string): string =>
  word.slice(0, 1) + Array.from(word.slice(1, -1)).sort().join('') + word.slice(-1)

function isOneSwap(word: string, other: string): boolean {
  const at = Array.from(word).findIndex((letter, index) => letter !== other[index])
  return (
    word[at] === other[at + 1] && word[at + 1] === other[at] && word.slice(at + 2) === other.slice(at + 2)
  )
}

const withoutEach = (word: string): readonly string[] =>
  Array.from({ length: word.length - 2 }, (_, index) => word.slice(0, index + 1) + word.slice(index + 2))

/** What somebody might hide: whom it is about, and what is said. */
const hidden: ReadonlySet<string> = new Set([
  'group',
  'slur',
  'vermin',
  'insult',
  'bad',
  'dislike',
  'harm',
  'perish',
  'expel',
  'swear',
])
const isHidden = (word: string): boolean => hidden.has(classIndex.words.get(word) ?? '')
const isPlain = (word: string): boolean => /^[a-z]+$/.test(word)
const minShortenedOf = (word: string): number =>
  classIndex.words.get(word) === 'group' || classIndex.groupAdjectives.has(word)
    ? minShortenedGroup
    : minShortened

const targets = [...known].filter(isPlain)
const bySortedLetters = new Map(
  targets.filter((word) => word.length >= minSwapped).map((word) => [sortInner(word), word]),
)
const byShortened = new Map(
  targets
    .filter(
      (word) =>
        (!classIndex.words.has(word) || classIndex.listed.has(word)) && word.length >= minShortenedOf(word),
    )
    .flatMap((word) => withoutEach(word).map((shortened) => [shortened, word] as const)),
)
const byLength = Map.groupBy(targets.filter(isHidden), (word) => word.length)

function repairWord(word: string): string | null {
  if (known.has(word) || word.length < 2 || word.length > longest) return null
  if (/[*#]/.test(word)) return fillStars(word)
  const plain = readSigns(word)
  if (plain !== word && known.has(plain.replace(/n't$/, ''))) return plain
  if (word.length < 4) return null
  const calm = plain.replaceAll(/(.)\1{2,}/g, '$1$1')
  const single = plain.replaceAll(/(.)\1+/g, '$1')
  if (calm !== plain) return known.has(calm) ? calm : known.has(single) ? single : null
  const swapped = bySortedLetters.get(sortInner(plain))
  return (
    (swapped !== undefined && isOneSwap(plain, swapped) ? swapped : byShortened.get(plain)) ?? splitRun(plain)
  )
}

const letterOf: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
}

/** Numbers stay numbers. */
const readSigns = (word: string): string =>
  /[a-z]/.test(word) ? word.replaceAll(/[^a-z'’]/g, (sign) => letterOf[sign] ?? sign) : word

function fillStars(word: string): string | null {
  if (!/^[a-z][a-z*#]*$/.test(word) || /^.[*#]*$/.test(word)) return null
  const isFilled = (target: string): boolean =>
    Array.from(word).every((letter, index) => letter === '*' || letter === '#' || letter === target[index])
  return byLength.get(word.length)?.find(isFilled) ?? null
}

/** `wo men`, `ter ror ists`: pieces of which at least one is no word. */
function joinPieces(
  words: readonly Word[],
  at: number,
): { text: string; end: number; pieces: number } | null {
  for (const pieces of [3, 2]) {
    const run = words.slice(at, at + pieces)
    const text = run.map((word) => readSigns(word.text)).join('')
    const last = run.at(-1)
    const isRun =
      run.length === pieces && run.every(({ end }, index) => (run[index + 1]?.start ?? end + 1) === end + 1)
    if (
      last &&
      isRun &&
      text.length >= 4 &&
      classIndex.words.has(text) &&
      run.some((word) => !known.has(word.text))
    )
      return { text, end: last.end, pieces }
  }
  return null
}

/** Words of a run are so long at most. */
const longestWord = 16
/** From here on a run may hold letters of no known word, a third of them at most. */
const minLooseRun = 12
const maxUnknown = 1 / 3
/** Where a known word costs 1. */
const strayLetterCost = 1.2

interface Part {
  readonly start: number
  readonly isKnown: boolean
}

/** `theyarevermin`: the words that fill a run, as few as can be. */
function splitRun(run: string): string | null {
  const costs = [0]
  const parts: Part[] = []
  for (let end = 1; end <= run.length; end += 1) {
    let [cost, part]: [number, Part] = [
      (costs[end - 1] ?? 0) + strayLetterCost,
      { start: end - 1, isKnown: false },
    ]
    for (let start = Math.max(0, end - longestWord); start < end; start += 1) {
      const withWord = (costs[start] ?? 0) + 1
      if (withWord >= cost || !isWordOfRun(run.slice(start, end))) continue
      ;[cost, part] = [withWord, { start, isKnown: true }]
    }
    costs.push(cost)
    parts.push(part)
  }
  return acceptSplit(collectWords(run, parts))
}

const isWordOfRun = (word: string): boolean =>
  word.length > 1 ? known.has(word) : word === 'a' || word === 'i'

interface RunWord {
  readonly text: string
  readonly isKnown: boolean
}

function collectWords(run: string, parts: readonly Part[]): readonly RunWord[] {
  const words: RunWord[] = []
  for (let end = run.length; end > 0;) {
    const { start, isKnown } = parts[end - 1] ?? { start: end - 1, isKnown: false }
    const [text, next] = [run.slice(start, end), words.at(-1)]
    if (!isKnown && next && !next.isKnown) words[words.length - 1] = { text: text + next.text, isKnown }
    else words.push({ text, isKnown })
    end = start
  }
  return words.reverse()
}

function acceptSplit(words: readonly RunWord[]): string | null {
  const length = words.reduce((sum, { text }) => sum + text.length, 0)
  const stray = words.reduce((sum, { text, isKnown }) => sum + (isKnown ? 0 : text.length), 0)
  const isLoose = stray <= (length >= minLooseRun ? length * maxUnknown : 0)
  const isTold = words.some(({ text }) => text.length >= (stray > 0 ? 6 : 4) && isHidden(text))
  return isTold && isLoose && areApart(words.map(({ text }) => text))
    ? words.map(({ text }) => text).join(' ')
    : null
}

/** Two words may also be one word of two parts: they must be long. */
function areApart(words: readonly string[]): boolean {
  const [first = '', second = ''] = words
  if (words.length > 2) return words.join('').length >= words.length * 3
  return (
    words.length === 2 &&
    second.length >= (first.length === 1 ? 6 : 4) &&
    (first.length === 1 || first.length >= 4)
  )
}
