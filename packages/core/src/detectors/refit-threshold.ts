import { estimateRate } from '../statistics/estimate-rate.ts'
import type { Estimate } from '../statistics/estimate.ts'

export type RefittedThreshold =
  | {
      readonly kind: 'fitted'
      /** A text is found where its score is at least this. */
      readonly threshold: number
      /** Benign texts that were scored. */
      readonly n: number
      /** Share of them that the threshold finds, with its interval. */
      readonly falsePositiveRate: Estimate
    }
  | { readonly kind: 'refused'; readonly n: number; readonly reason: string }

/** Fewer false alarms than these would be allowed among the scores: then one text more or less decides. */
const minAllowed = 5

/**
 * The threshold that finds as many as it may, at most the wanted share, of the user's own benign texts, whose scores
 * from 0 to 1 these are. Scores that are equal fall on one side together. The shipped threshold holds for nobody's traffic but the sets it was measured on.
 */
export function refitThreshold(scores: readonly number[], falsePositiveRate: number): RefittedThreshold {
  const n = scores.length
  if (!(falsePositiveRate > 0 && falsePositiveRate < 1))
    return { kind: 'refused', n, reason: 'The wanted rate must be above 0 and below 1.' }
  if (n * falsePositiveRate < minAllowed)
    return {
      kind: 'refused',
      n,
      reason: `${n} texts cannot tell a rate of ${falsePositiveRate}: at least ${Math.ceil(minAllowed / falsePositiveRate)} are needed.`,
    }
  const descending = [...scores].sort((a, b) => b - a)
  const product = Math.floor(n * falsePositiveRate)
  // The product is rounded, and may come out one too high.
  const allowed = product / n > falsePositiveRate ? product - 1 : product
  const highestSpared = descending[allowed] ?? 0
  const threshold = descending.findLast((score) => score > highestSpared) ?? (highestSpared + 1) / 2
  if (threshold <= highestSpared)
    return {
      kind: 'refused',
      n,
      reason: 'More than the wanted share of the texts have the highest score there is.',
    }
  const outcomes = scores.map((score) => ({ pass: score >= threshold }))
  return { kind: 'fitted', threshold, n, falsePositiveRate: estimateRate({ outcomes }) }
}
