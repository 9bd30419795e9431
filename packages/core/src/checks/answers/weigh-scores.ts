import type { ModelReply } from '@assay/contracts'

/** Less on whole scores of the scale: the tokens speak of something else. */
const minMass = 0.5

/**
 * The expected score: Σ p(s)·s over the scores 1 to `highest` (Liu et al. 2023, formula 1), with the probabilities of what
 * could have stood in the place of the reply's `score`, made to add up to 1. `null`: they were not told.
 */
export function weighScores(
  { text, numbers }: Pick<ModelReply, 'text' | 'numbers'>,
  highest: number,
): number | null {
  const from = text.lastIndexOf('"score"')
  const token = from === -1 ? undefined : numbers?.find(({ start }) => start > from)
  if (token === undefined) return null
  const scale = Array.from({ length: highest }, (_, index) => index + 1)
  const probabilities = scale.map((score) => token.probabilities[String(score)] ?? 0)
  const mass = probabilities.reduce((sum, probability) => sum + probability, 0)
  if (mass < minMass) return null
  return scale.reduce((sum, score, index) => sum + (score * (probabilities[index] ?? 0)) / mass, 0)
}
