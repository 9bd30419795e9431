import { NgramTrie } from './ngram-trie.ts'
import { SACREBLEU_VERSION } from './bleu.ts'
import { TokenInterner } from './token-interner.ts'
import { type CorpusMetric, defineCorpusMetric, requireReference } from './text-metric.ts'
import { toCodePoints, toVisibleCodePoints } from './tokenisers/code-points.ts'
import { findWords } from './tokenisers/split-whitespace.ts'
import type { Tokens } from './tokenisers/tokens.ts'

export interface ChrfOptions {
  /** Longest character n-gram. Default 6. */
  readonly charOrder?: number
  /** Longest word n-gram: 0 is chrF (default), 2 is chrF++. */
  readonly wordOrder?: number
  /** Weight of recall over precision. Default 2. */
  readonly beta?: number
  /** Default false. */
  readonly lowercase?: boolean
  /** Count white space as characters. Default false. */
  readonly whitespace?: boolean
  /** Average the F of each order, absent orders counted as nearly 0, as chrF++.py does. Default false. */
  readonly epsilonSmoothing?: boolean
}

export interface ChrfMetric extends CorpusMetric {
  /** sacreBLEU's signature: everything another team needs to get the same figure. */
  signature(references: number | 'var'): string
}

const DEFAULTS = {
  charOrder: 6,
  wordOrder: 0,
  beta: 2,
  lowercase: false,
  whitespace: false,
  epsilonSmoothing: false,
}

/**
 * chrF = (1 + β²) · P · R / (β² · P + R), from 0 to 100: P and R are the mean precision and recall of character
 * n-grams (1 to 6), white space left out; chrF++ adds word n-grams (1 to 2). With several references the one with
 * the highest F counts. Popović, WMT 2015 and 2017; equal to sacreBLEU 2.6.0.
 */
export function createChrf(options: ChrfOptions = {}): ChrfMetric {
  const settings = { ...DEFAULTS, ...options }
  const characters = new NgramTrie(settings.charOrder)
  const words = new NgramTrie(settings.wordOrder)
  const interner = new TokenInterner()

  const collectStatistics = (hypothesis: string, references: readonly string[]): readonly number[] => {
    requireReference(references)
    interner.reset()
    const text = prepare(hypothesis, settings, interner)
    let best: number[] = []
    let bestScore = -1
    for (const reference of references) {
      const against = prepare(reference, settings, interner)
      characters.load([against.characters])
      const statistics = toTriples(
        text.characters,
        against.characters,
        characters.countMatches(text.characters),
      )
      if (settings.wordOrder > 0) {
        words.load([against.words])
        statistics.push(...toTriples(text.words, against.words, words.countMatches(text.words)))
      }
      const score = references.length === 1 ? 0 : scoreChrf(statistics, settings)
      if (score > bestScore) {
        best = statistics
        bestScore = score
      }
    }
    return best
  }
  return {
    ...defineCorpusMetric({
      id: 'chrf',
      collectStatistics,
      scoreStatistics: (statistics) => scoreChrf(statistics, settings),
    }),
    signature: (references) =>
      [
        `nrefs:${references}`,
        `case:${settings.lowercase ? 'lc' : 'mixed'}`,
        `eff:${settings.epsilonSmoothing ? 'no' : 'yes'}`,
        `nc:${settings.charOrder}`,
        `nw:${settings.wordOrder}`,
        `space:${settings.whitespace ? 'yes' : 'no'}`,
        `version:${SACREBLEU_VERSION}`,
      ].join('|'),
  }
}

type Settings = typeof DEFAULTS

interface Prepared {
  readonly characters: readonly number[]
  readonly words: readonly number[]
}

function prepare(text: string, settings: Settings, interner: TokenInterner): Prepared {
  const line = settings.lowercase ? text.toLowerCase() : text
  return {
    characters: settings.whitespace ? toCodePoints(line) : toVisibleCodePoints(line),
    words: settings.wordOrder > 0 ? interner.intern(splitPunctuation(line)) : [],
  }
}

/** Splits one ASCII punctuation mark off a word, the last character before the first: `(hi)` is `(hi` and `)`. */
function splitPunctuation(line: string): Tokens {
  const { text, spans } = findWords(line)
  const split: number[] = []
  for (let index = 0; index < spans.length; index += 2) {
    const start = spans[index] ?? 0
    const end = spans[index + 1] ?? 0
    if (end - start > 1 && isAsciiPunctuation(text.charCodeAt(end - 1)))
      split.push(start, end - 1, end - 1, end)
    else if (end - start > 1 && isAsciiPunctuation(text.charCodeAt(start)))
      split.push(start, start + 1, start + 1, end)
    else split.push(start, end)
  }
  return { text, spans: split }
}

function isAsciiPunctuation(code: number): boolean {
  return (
    (code > 0x20 && code < 0x30) ||
    (code > 0x39 && code < 0x41) ||
    (code > 0x5a && code < 0x61) ||
    (code > 0x7a && code < 0x7f)
  )
}

/** For each order: n-grams of the text (0 where the reference has none), of the reference, in both. */
function toTriples(
  text: readonly number[],
  reference: readonly number[],
  matches: readonly number[],
): number[] {
  return matches.flatMap((count, index) => {
    const ofReference = Math.max(0, reference.length - index)
    return [ofReference > 0 ? Math.max(0, text.length - index) : 0, ofReference, count]
  })
}

const EPSILON = 1e-16

function scoreChrf(statistics: readonly number[], settings: Settings): number {
  const factor = settings.beta ** 2
  const orders = statistics.length / 3
  let [sumOfF, precisions, recalls, present] = [0, 0, 0, 0]
  for (let order = 0; order < orders; order += 1) {
    const ofText = statistics[3 * order] ?? 0
    const ofReference = statistics[3 * order + 1] ?? 0
    const matches = statistics[3 * order + 2] ?? 0
    const precision = ofText > 0 ? matches / ofText : EPSILON
    const recall = ofReference > 0 ? matches / ofReference : EPSILON
    const denominator = factor * precision + recall
    sumOfF += denominator > 0 ? ((1 + factor) * precision * recall) / denominator : EPSILON
    if (ofText === 0 || ofReference === 0) continue
    precisions += precision
    recalls += recall
    present += 1
  }
  if (settings.epsilonSmoothing) return (100 * sumOfF) / orders
  const precision = present === 0 ? 0 : precisions / present
  const recall = present === 0 ? 0 : recalls / present
  if (precision + recall === 0) return 0
  return 100 * (((1 + factor) * precision * recall) / (factor * precision + recall))
}
