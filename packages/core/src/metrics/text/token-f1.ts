import { toSquadTokens } from './normalise-squad.ts'
import { bestOver, type TextMetric } from './text-metric.ts'

/**
 * F1 = 2PR / (P + R) over the bags of normalised tokens, from 0 to 1; the best of several references. Two texts
 * without tokens agree fully, a text against none not at all: SQuAD 2.0's rule (1.1 scored both 0).
 * Rajpurkar et al., 2016 and 2018; equal to SQuAD 2.0's official script.
 */
export function createTokenF1(): TextMetric {
  return {
    id: 'token-f1',
    scoreSentence: (hypothesis, references) => {
      const tokens = toSquadTokens(hypothesis)
      return bestOver(references, (reference) => scoreTokens(tokens, toSquadTokens(reference)))
    },
  }
}

function scoreTokens(tokens: readonly string[], reference: readonly string[]): number {
  if (tokens.length === 0 || reference.length === 0) return tokens.length === reference.length ? 1 : 0
  const left = new Map<string, number>()
  for (const token of reference) left.set(token, (left.get(token) ?? 0) + 1)
  let same = 0
  for (const token of tokens) {
    const count = left.get(token) ?? 0
    if (count === 0) continue
    left.set(token, count - 1)
    same += 1
  }
  if (same === 0) return 0
  const precision = same / tokens.length
  const recall = same / reference.length
  return (2 * precision * recall) / (precision + recall)
}
