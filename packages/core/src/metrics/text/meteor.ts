import { bestOver, type TextMetric } from './text-metric.ts'
import { stemWord } from './stem-word.ts'
import { splitWhitespace } from './tokenisers/split-whitespace.ts'

export interface MeteorOptions {
  /** Weight of recall over precision in the mean. Default 0.9. */
  readonly alpha?: number
  /** Exponent of the fragmentation. Default 3. */
  readonly beta?: number
  /** Highest penalty. Default 0.5. */
  readonly gamma?: number
}

const DEFAULTS = { alpha: 0.9, beta: 3, gamma: 0.5 } as const
/** Stems kept between calls, then forgotten all at once. */
const MAX_STEMS = 20_000

/**
 * METEOR = (1 − γ · (chunks / m)^β) · P · R / (α · P + (1 − α) · R), from 0 to 1: m words match, first as they
 * are (lower case), then by Porter stem; chunks are runs of matches in the same order on both sides. The stage
 * that matches synonyms by WordNet is not there, so scores are at most those of a METEOR that has it.  Words stand between white space. The best of
 * several references counts. Banerjee & Lavie, 2005; Lavie & Agarwal, 2007; equal to nltk 3.10 without WordNet.
 */
export function createMeteor(options: MeteorOptions = {}): TextMetric {
  const settings = { ...DEFAULTS, ...options }
  const stems = new Map<string, string>()
  const stem = (word: string): string => {
    const known = stems.get(word)
    if (known !== undefined) return known
    if (stems.size >= MAX_STEMS) stems.clear()
    const made = stemWord(word)
    stems.set(word, made)
    return made
  }
  const tokenise = (text: string): readonly string[] =>
    splitWhitespace(text).map((word) => word.toLowerCase())
  return {
    id: 'meteor',
    scoreSentence: (hypothesis, references) => {
      const words = tokenise(hypothesis)
      return bestOver(references, (reference) =>
        scoreMeteor(words, tokenise(reference), { ...settings, stem }),
      )
    },
  }
}

interface Settings {
  readonly alpha: number
  readonly beta: number
  readonly gamma: number
  readonly stem: (word: string) => string
}

function scoreMeteor(words: readonly string[], reference: readonly string[], settings: Settings): number {
  const { alpha, beta, gamma, stem } = settings
  const alignment = new Int32Array(words.length).fill(-1)
  const taken = new Uint8Array(reference.length)
  let matches = matchEqual(words, reference, { alignment, taken })
  if (matches < words.length && matches < reference.length) {
    const stemmed = words.map((word, index) => (alignment[index] === -1 ? stem(word) : ''))
    const against = reference.map((word, index) => (taken[index] === 0 ? stem(word) : ''))
    matches += matchEqual(stemmed, against, { alignment, taken })
  }
  if (matches === 0) return 0
  const precision = matches / words.length
  const recall = matches / reference.length
  const mean = (precision * recall) / (alpha * precision + (1 - alpha) * recall)
  return (1 - gamma * (countChunks(alignment) / matches) ** beta) * mean
}

interface Matching {
  /** For each word its position in the reference, −1 without one. */
  readonly alignment: Int32Array
  /** 1 for each word of the reference that is matched. */
  readonly taken: Uint8Array
}

/** Pairs equal words from the end on, each with the last free one of the reference. Returns how many. */
function matchEqual(
  words: readonly string[],
  reference: readonly string[],
  { alignment, taken }: Matching,
): number {
  /** The last free position of each word, and for each position the one before it with the same word. */
  const last = new Map<string, number>()
  const before = new Int32Array(reference.length)
  for (let at = 0; at < reference.length; at += 1) {
    if (taken[at] === 1) continue
    const word = reference[at] ?? ''
    before[at] = last.get(word) ?? -1
    last.set(word, at)
  }
  let matches = 0
  for (let index = words.length - 1; index >= 0; index -= 1) {
    if (alignment[index] !== -1) continue
    const word = words[index] ?? ''
    const at = last.get(word) ?? -1
    if (at === -1) continue
    last.set(word, before[at] ?? -1)
    alignment[index] = at
    taken[at] = 1
    matches += 1
  }
  return matches
}

function countChunks(alignment: Int32Array): number {
  let chunks = 0
  for (let index = 0; index < alignment.length; index += 1) {
    const at = alignment[index] ?? -1
    const previous = index === 0 ? -1 : (alignment[index - 1] ?? -1)
    if (at !== -1 && (previous === -1 || at !== previous + 1)) chunks += 1
  }
  return chunks
}
