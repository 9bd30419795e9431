import { NgramTrie } from './ngram-trie.ts'
import { TokenInterner } from './token-interner.ts'
import { type CorpusMetric, defineCorpusMetric, requireReference } from './text-metric.ts'
import { findWords, stripWhitespaceEnd } from './tokenisers/split-whitespace.ts'
import { tokenise13a } from './tokenisers/tokenise-13a.ts'
import { tokeniseCharacters } from './tokenisers/tokenise-characters.ts'
import { tokeniseIntl } from './tokenisers/tokenise-intl.ts'
import type { Tokens } from './tokenisers/tokens.ts'

export interface BleuOptions {
  /** How texts become tokens. Default `13a`. */
  readonly tokenise?: '13a' | 'intl' | 'char' | 'none'
  /** What an order without a match counts as (Chen & Cherry 2014). Default `exp`. */
  readonly smoothing?: 'exp' | 'floor' | 'add-k' | 'none'
  /** For `floor` (default 0.1) and `add-k` (default 1). */
  readonly smoothingValue?: number
  /** Leave out orders longer than the text. Default, as in sacreBLEU: true for a sentence, false for a corpus. */
  readonly effectiveOrder?: boolean
  /** Default false. */
  readonly lowercase?: boolean
  /** Longest n-gram. Default 4. */
  readonly maxOrder?: number
}

/** BLEU with its parts. Precisions are percentages, one an order. */
export interface BleuScore {
  readonly score: number
  readonly precisions: readonly number[]
  readonly brevityPenalty: number
  readonly hypothesisLength: number
  readonly referenceLength: number
}

export interface BleuMetric extends CorpusMetric {
  /** A corpus score, from summed counts, with its parts. */
  explain(statistics: readonly number[]): BleuScore
  /** The sentence score of each of several texts with all the others as its references: self-BLEU's parts. */
  scoreAgainstOthers(texts: readonly string[]): readonly number[]
  /** sacreBLEU's signature of a corpus score: everything another team needs to get the same figure. */
  signature(references: number | 'var'): string
}

/** The release of the reference implementation whose scores these are. */
export const SACREBLEU_VERSION = '2.6.0'

const DEFAULTS = {
  tokenise: '13a',
  smoothing: 'exp',
  lowercase: false,
  maxOrder: 4,
} as const
const SMOOTHING_VALUES = { exp: null, floor: 0.1, 'add-k': 1, none: null } as const
const TOKENISERS = {
  '13a': tokenise13a,
  intl: tokeniseIntl,
  char: tokeniseCharacters,
  none: findWords,
} as const

/**
 * BLEU = BP · exp(Σₙ log pₙ / N), N = 4, from 0 to 100. pₙ: share of the text's n-grams also in a reference,
 * clipped to the reference's count; BP = exp(1 − r/c) when the text (c tokens) is shorter than the closest
 * reference (r tokens). Papineni et al., ACL 2002; equal to sacreBLEU 2.6.0 (Post, WMT 2018).
 */
export function createBleu(options: BleuOptions = {}): BleuMetric {
  const settings = { ...DEFAULTS, ...options }
  const { maxOrder, smoothing, lowercase } = settings
  const value = options.smoothingValue ?? SMOOTHING_VALUES[smoothing]
  const trie = new NgramTrie(maxOrder)
  const interner = new TokenInterner()

  const tokenise = (text: string): Tokens => {
    const line = stripWhitespaceEnd(lowercase ? text.toLowerCase() : text)
    return TOKENISERS[settings.tokenise](line)
  }
  const collectStatistics = (hypothesis: string, references: readonly string[]): number[] => {
    requireReference(references)
    interner.reset()
    const sequences = references.map((reference) => interner.intern(tokenise(reference)))
    const sequence = interner.intern(tokenise(hypothesis))
    trie.load(sequences)
    const lengths = sequences.map(({ length }) => length)
    return toBleuStatistics(sequence.length, lengths, trie.countMatches(sequence))
  }
  const score = (statistics: readonly number[], effectiveOrder: boolean): BleuScore =>
    scoreBleu(statistics, { maxOrder, smoothing, value: value ?? 0, effectiveOrder })
  const explain = (statistics: readonly number[]) => score(statistics, options.effectiveOrder ?? false)
  const scoreSentenceStatistics = (statistics: readonly number[]) =>
    score(statistics, options.effectiveOrder ?? true).score
  const scoreAgainstOthers = (texts: readonly string[]): number[] => {
    interner.reset()
    const sequences = texts.map((text) => interner.intern(tokenise(text)))
    const lengths = sequences.map(({ length }) => length)
    trie.load(sequences)
    return sequences.map((sequence, index) =>
      scoreSentenceStatistics(
        toBleuStatistics(sequence.length, lengths.toSpliced(index, 1), trie.countMatches(sequence, index)),
      ),
    )
  }
  return {
    ...defineCorpusMetric({
      id: 'bleu',
      collectStatistics,
      scoreStatistics: (statistics) => explain(statistics).score,
    }),
    scoreSentence: (hypothesis, references) =>
      scoreSentenceStatistics(collectStatistics(hypothesis, references)),
    scoreAgainstOthers,
    explain,
    signature: (references) => {
      const suffix = value === null ? '' : `[${value.toFixed(2)}]`
      const effective = options.effectiveOrder === true ? 'yes' : 'no'
      return `nrefs:${references}|case:${lowercase ? 'lc' : 'mixed'}|eff:${effective}|tok:${settings.tokenise}|smooth:${smoothing}${suffix}|version:${SACREBLEU_VERSION}`
    },
  }
}

/** Length of the text, length of the closest reference, then matches and totals of each order. */
function toBleuStatistics(
  length: number,
  referenceLengths: readonly number[],
  matches: readonly number[],
): number[] {
  const totals = matches.map((_, index) => Math.max(0, length - index))
  return [length, closestLength(length, referenceLengths), ...matches, ...totals]
}

/** Of two equally close references the shorter one counts. */
function closestLength(length: number, candidates: readonly number[]): number {
  let closest = candidates[0] ?? 0
  for (const candidate of candidates) {
    const gain = Math.abs(length - closest) - Math.abs(length - candidate)
    if (gain > 0 || (gain === 0 && candidate < closest)) closest = candidate
  }
  return closest
}

interface BleuSettings {
  readonly maxOrder: number
  readonly smoothing: 'exp' | 'floor' | 'add-k' | 'none'
  readonly value: number
  readonly effectiveOrder: boolean
}

function scoreBleu(statistics: readonly number[], settings: BleuSettings): BleuScore {
  const { maxOrder, effectiveOrder } = settings
  const [hypothesisLength = 0, referenceLength = 0, ...counts] = statistics
  const matches = counts.slice(0, maxOrder)
  const totals = counts.slice(maxOrder)
  const brevityPenalty = penaliseBrevity(hypothesisLength, referenceLength)
  const parts = { brevityPenalty, hypothesisLength, referenceLength }
  if (matches.every((count) => count === 0)) return { ...parts, score: 0, precisions: matches.map(() => 0) }
  const { precisions, reached } = smoothPrecisions(matches, totals, settings)
  const orders = effectiveOrder ? reached : maxOrder
  let logs = 0
  for (const precision of precisions.slice(0, orders)) logs += flooredLog(precision)
  return { ...parts, score: brevityPenalty * Math.exp(logs / orders), precisions }
}

function penaliseBrevity(length: number, reference: number): number {
  if (length >= reference) return 1
  return length > 0 ? Math.exp(1 - reference / length) : 0
}

/** `reached` is the highest order the text is long enough for. */
function smoothPrecisions(
  matches: readonly number[],
  totals: readonly number[],
  { smoothing, value }: BleuSettings,
): { readonly precisions: readonly number[]; readonly reached: number } {
  const precisions = matches.map(() => 0)
  let doubling = 1
  let reached = matches.length
  for (let index = 0; index < matches.length; index += 1) {
    const added = smoothing === 'add-k' && index > 0 ? value : 0
    const correct = (matches[index] ?? 0) + added
    const total = (totals[index] ?? 0) + added
    if (total === 0) break
    reached = index + 1
    if (correct > 0) precisions[index] = (100 * correct) / total
    else if (smoothing === 'exp') {
      doubling *= 2
      precisions[index] = 100 / (doubling * total)
    } else if (smoothing === 'floor') precisions[index] = (100 * value) / total
  }
  return { precisions, reached }
}

/** The reference's stand-in for log 0: large enough to end in a score of 0. */
function flooredLog(value: number): number {
  return value === 0 ? -9_999_999_999 : Math.log(value)
}
