import { countLcs, findLcsPositions } from './longest-common-subsequence.ts'
import { NgramTrie } from './ngram-trie.ts'
import { TokenInterner } from './token-interner.ts'
import { requireReference, type TextMetric } from './text-metric.ts'
import { tokeniseRouge } from './tokenisers/tokenise-rouge.ts'

export interface RougeOptions {
  /** Compare Porter stems of words longer than three letters. Default false. */
  readonly stem?: boolean
}

export interface RougeScore {
  readonly precision: number
  readonly recall: number
  readonly f: number
}

export interface RougeMetric extends TextMetric {
  /** Precision, recall and F against the reference with the highest F. */
  explain(hypothesis: string, references: readonly string[]): RougeScore
}

/**
 * ROUGE-N: F = 2PR / (P + R) over the n-grams both texts have, from 0 to 1. Several references: the one with the
 * highest F. Tokens are runs of ASCII letters and digits, so texts in other scripts score 0.
 * Lin, ACL 2004; equal to rouge-score 0.1.2.
 */
export function createRougeN(order: 1 | 2, options: RougeOptions = {}): RougeMetric {
  const stem = options.stem ?? false
  const interner = new TokenInterner()
  const trie = new NgramTrie(order)
  return defineRouge(`rouge-${order}`, (hypothesis, reference) => {
    interner.reset()
    const against = interner.intern(tokeniseRouge(reference, stem))
    const words = interner.intern(tokeniseRouge(hypothesis, stem))
    trie.load([against])
    const hits = trie.countMatches(words)[order - 1] ?? 0
    return toRougeScore(hits, words.length - order + 1, against.length - order + 1)
  })
}

/**
 * ROUGE-L: F over the longest common subsequence of the words of both texts, line breaks ignored, from 0 to 1.
 * Several references: the one with the highest F. Lin, ACL 2004; equal to rouge-score 0.1.2.
 */
export function createRougeL(options: RougeOptions = {}): RougeMetric {
  const stem = options.stem ?? false
  const interner = new TokenInterner()
  return defineRouge('rouge-l', (hypothesis, reference) => {
    interner.reset()
    const against = interner.intern(tokeniseRouge(reference, stem))
    const words = interner.intern(tokeniseRouge(hypothesis, stem))
    return toRougeScore(countLcs(against, words), words.length, against.length)
  })
}

/**
 * ROUGE-Lsum: each line is a sentence. Each line of the reference counts the words that are in its longest common
 * subsequence with any line of the text, no word more often than either text has it; F from 0 to 1. Several
 * references: the one with the highest F. Lin, ACL 2004, section 3.2; equal to rouge-score 0.1.2.
 */
export function createRougeLsum(options: RougeOptions = {}): RougeMetric {
  const stem = options.stem ?? false
  const interner = new TokenInterner()
  return defineRouge('rouge-lsum', (hypothesis, reference) => {
    interner.reset()
    const toLines = (text: string): number[][] =>
      text.split('\n').map((line) => interner.intern(tokeniseRouge(line, stem)))
    const against = toLines(reference)
    const lines = toLines(hypothesis)
    return toRougeScore(countUnionHits(against, lines, interner.size), countWords(lines), countWords(against))
  })
}

function defineRouge(
  id: RougeMetric['id'],
  score: (hypothesis: string, reference: string) => RougeScore,
): RougeMetric {
  const explain = (hypothesis: string, references: readonly string[]): RougeScore => {
    requireReference(references)
    const [first, ...others] = references.map((reference) => score(hypothesis, reference))
    return others.reduce((best, other) => (other.f > best.f ? other : best), first ?? NOTHING)
  }
  return { id, explain, scoreSentence: (hypothesis, references) => explain(hypothesis, references).f }
}

const NOTHING: RougeScore = { precision: 0, recall: 0, f: 0 }

function toRougeScore(hits: number, ofText: number, ofReference: number): RougeScore {
  if (hits === 0) return NOTHING
  const precision = hits / ofText
  const recall = hits / ofReference
  return { precision, recall, f: (2 * precision * recall) / (precision + recall) }
}

function countWords(lines: readonly (readonly number[])[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0)
}

function countUnionHits(
  reference: readonly (readonly number[])[],
  text: readonly (readonly number[])[],
  words: number,
): number {
  const leftInReference = countEach(reference, words)
  const leftInText = countEach(text, words)
  let hits = 0
  for (const line of reference) {
    const inUnion = new Uint8Array(line.length)
    for (const other of text) for (const position of findLcsPositions(line, other)) inUnion[position] = 1
    for (let position = 0; position < line.length; position += 1) {
      const word = line[position] ?? 0
      if (inUnion[position] === 0 || leftInText[word] === 0 || leftInReference[word] === 0) continue
      hits += 1
      leftInText[word] = (leftInText[word] ?? 0) - 1
      leftInReference[word] = (leftInReference[word] ?? 0) - 1
    }
  }
  return hits
}

function countEach(lines: readonly (readonly number[])[], words: number): Int32Array {
  const counts = new Int32Array(words)
  for (const line of lines) for (const word of line) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
