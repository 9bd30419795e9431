import { bestOver, type TextMetric } from './text-metric.ts'
import { stemWord } from './stem-word.ts'
import { TokenInterner } from './token-interner.ts'
import { tokeniseTreebank } from './tokenisers/tokenise-treebank.ts'

export interface MeteorOptions {
  /** `whitespace` (default), or `treebank`, nltk's word tokeniser, which splits punctuation off. */
  readonly tokenise?: 'whitespace' | 'treebank'
  /** Weight of recall over precision in the mean. Default 0.9. */
  readonly alpha?: number
  /** Exponent of the fragmentation. Default 3. */
  readonly beta?: number
  /** Highest penalty. Default 0.5. */
  readonly gamma?: number
}

const DEFAULTS = { tokenise: 'whitespace', alpha: 0.9, beta: 3, gamma: 0.5 } as const
/** Stems kept between calls, then forgotten all at once. */
const MAX_STEMS = 20_000

/**
 * METEOR = (1 − γ · (chunks / m)^β) · P · R / (α · P + (1 − α) · R), from 0 to 1: m words match, first as they
 * are (lower case), then by Porter stem; chunks are runs of matches in the same order on both sides. The stage
 * that matches synonyms by WordNet is not there, so scores are at most those of a METEOR that has it. The best of
 * several references counts. Banerjee & Lavie, 2005; Lavie & Agarwal, 2007; equal to nltk 3.10 without WordNet.
 */
export function createMeteor(options: MeteorOptions = {}): TextMetric {
  const settings = { ...DEFAULTS, ...options }
  const interner = new TokenInterner()
  const stems = new Map<string, string>()
  const stem = (id: number): number => {
    const word = interner.textOf(id)
    let made = stems.get(word)
    if (made === undefined) {
      if (stems.size >= MAX_STEMS) stems.clear()
      made = stemWord(word)
      stems.set(word, made)
    }
    return interner.internString(made)
  }
  const tokenise = (text: string): number[] => {
    const line = settings.tokenise === 'treebank' ? tokeniseTreebank(text).join(' ') : text
    return interner.internWords(line.toLowerCase())
  }
  return {
    id: 'meteor',
    scoreSentence: (hypothesis, references) => {
      interner.reset()
      const words = tokenise(hypothesis)
      return bestOver(references, (reference) =>
        scoreMeteor(alignWords(words, tokenise(reference), { interner, stem }), settings),
      )
    },
  }
}

/** For each word of the text its position in the reference, −1 without one. */
interface WordAlignment {
  readonly positions: readonly number[]
  readonly matches: number
  readonly referenceLength: number
}

function scoreMeteor(
  { positions, matches, referenceLength }: WordAlignment,
  { alpha, beta, gamma }: Required<MeteorOptions>,
): number {
  if (matches === 0) return 0
  const precision = matches / positions.length
  const recall = matches / referenceLength
  const mean = (precision * recall) / (alpha * precision + (1 - alpha) * recall)
  return (1 - gamma * (countChunks(positions) / matches) ** beta) * mean
}

interface Stemming {
  readonly interner: TokenInterner
  readonly stem: (id: number) => number
}

/** Equal words first, then the words left over by their stems. */
function alignWords(
  words: readonly number[],
  reference: readonly number[],
  { interner, stem }: Stemming,
): WordAlignment {
  const positions = words.map(() => -1)
  const free = reference.slice()
  let matches = matchEqual(words, free, { positions, ids: interner.size })
  if (matches < words.length && matches < reference.length) {
    const stemmed = words.map((id, index) => (positions[index] === -1 ? stem(id) : TAKEN))
    const freeStems = free.map((id) => (id === TAKEN ? TAKEN : stem(id)))
    matches += matchEqual(stemmed, freeStems, { positions, ids: interner.size })
  }
  return { positions, matches, referenceLength: reference.length }
}

/** Stands for a word that is matched. */
const TAKEN = -1

interface Matching {
  readonly positions: number[]
  /** All words are below this number. */
  readonly ids: number
}

/** Pairs equal words from the end on, each with the last one of the reference that is not taken. */
function matchEqual(words: readonly number[], reference: number[], { positions, ids }: Matching): number {
  /** The last free position of each word, and for each position the one before it with the same word. */
  const last: number[] = []
  for (let id = 0; id < ids; id += 1) last.push(-1)
  const before: number[] = []
  for (let at = 0; at < reference.length; at += 1) {
    const id = reference[at] ?? TAKEN
    before.push(id === TAKEN ? -1 : (last[id] ?? -1))
    if (id !== TAKEN) last[id] = at
  }
  let matches = 0
  for (let index = words.length - 1; index >= 0; index -= 1) {
    const id = words[index] ?? TAKEN
    const at = id === TAKEN ? -1 : (last[id] ?? -1)
    if (at === -1) continue
    last[id] = before[at] ?? -1
    positions[index] = at
    reference[at] = TAKEN
    matches += 1
  }
  return matches
}

function countChunks(alignment: readonly number[]): number {
  let chunks = 0
  for (let index = 0; index < alignment.length; index += 1) {
    const at = alignment[index] ?? -1
    const previous = index === 0 ? -1 : (alignment[index - 1] ?? -1)
    if (at !== -1 && (previous === -1 || at !== previous + 1)) chunks += 1
  }
  return chunks
}
