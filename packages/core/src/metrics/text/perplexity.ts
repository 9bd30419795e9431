/**
 * Perplexity = exp(−mean log p) of the tokens, from 1 with no upper end; lower means less surprising to the model.
 * Log-probabilities are natural and at most 0; `null` when there is no token. Comparable between models only when
 * they share a tokeniser: else use bits per byte. Jelinek et al., 1977.
 */
export function computePerplexity(logProbabilities: readonly number[]): number | null {
  if (logProbabilities.length === 0) return null
  return Math.exp(-sum(logProbabilities) / logProbabilities.length)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
