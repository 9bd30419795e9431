import { bestOver, type TextMetric } from './text-metric.ts'
import { toCodePoints } from './tokenisers/code-points.ts'

const BOOST_THRESHOLD = 0.7
const MAX_PREFIX = 4

/**
 * Jaro = (m/|a| + m/|b| + (m − t)/m) / 3: m characters match within half the longer length, t half of those out of
 * order; Jaro–Winkler adds prefix · 0.1 · (1 − Jaro) for up to 4 equal first characters when Jaro is above 0.7.
 * From 0 to 1. The best of several references counts. Winkler, 1990; equal to rapidfuzz 3.14.
 */
export function createJaroWinkler(options: { readonly prefixWeight?: number } = {}): TextMetric {
  const weight = options.prefixWeight ?? 0.1
  return {
    id: 'jaro-winkler',
    scoreSentence: (hypothesis, references) => {
      const text = toCodePoints(hypothesis)
      return bestOver(references, (reference) => {
        const against = toCodePoints(reference)
        const jaro = scoreJaro(text, against)
        if (jaro <= BOOST_THRESHOLD) return jaro
        return jaro + countSharedPrefix(text, against) * weight * (1 - jaro)
      })
    },
  }
}

function countSharedPrefix(left: readonly number[], right: readonly number[]): number {
  const longest = Math.min(left.length, right.length, MAX_PREFIX)
  let count = 0
  while (count < longest && left[count] === right[count]) count += 1
  return count
}

function scoreJaro(left: readonly number[], right: readonly number[]): number {
  if (left.length === 0 && right.length === 0) return 1
  const matched = matchWithinWindow(left, right)
  const matches = matched.left.length
  if (matches === 0) return 0
  let outOfOrder = 0
  for (let index = 0; index < matches; index += 1) {
    if (matched.left[index] !== matched.right[index]) outOfOrder += 1
  }
  const transpositions = Math.floor(outOfOrder / 2)
  return (matches / left.length + matches / right.length + (matches - transpositions) / matches) / 3
}

/** The matched characters of both sides, each in its own order. */
function matchWithinWindow(left: readonly number[], right: readonly number[]) {
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1)
  const taken = new Uint8Array(right.length)
  const ofLeft: number[] = []
  for (const [index, symbol] of left.entries()) {
    const end = Math.min(right.length - 1, index + reach)
    for (let at = Math.max(0, index - reach); at <= end; at += 1) {
      if (taken[at] === 1 || right[at] !== symbol) continue
      taken[at] = 1
      ofLeft.push(symbol)
      break
    }
  }
  return { left: ofLeft, right: [...right].filter((_, at) => taken[at] === 1) }
}
