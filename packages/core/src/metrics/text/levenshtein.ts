import { EditCounter } from './edit-distance.ts'
import { bestOver, type TextMetric } from './text-metric.ts'
import { toCodePoints } from './tokenisers/code-points.ts'

/** Fewest insertions, deletions and substitutions of characters (code points). Levenshtein, 1966. */
export function levenshteinDistance(left: string, right: string): number {
  return new EditCounter().count(toCodePoints(left), toCodePoints(right))
}

/**
 * 1 − distance / length of the longer text, from 0 to 1; two empty texts score 1. The best of several references
 * counts. Equal to rapidfuzz 3.14's `Levenshtein.normalized_similarity`.
 */
export function createLevenshtein(): TextMetric {
  const edits = new EditCounter()
  return {
    id: 'levenshtein',
    scoreSentence: (hypothesis, references) => {
      const text = toCodePoints(hypothesis)
      return bestOver(references, (reference) => {
        const against = toCodePoints(reference)
        const longest = Math.max(text.length, against.length)
        return longest === 0 ? 1 : 1 - edits.count(text, against) / longest
      })
    },
  }
}
