/**
 * Bits per byte = −Σ log p / (ln 2 · bytes), from 0 with no upper end: what the model would need to store the text.
 * Log-probabilities are natural; `byteLength` is the text's length in UTF-8; `null` for an empty text. Does not
 * depend on the tokeniser, so models can be compared. Gao et al., The Pile, 2020; as lm-evaluation-harness has it.
 */
export function computeBitsPerByte(logProbabilities: readonly number[], byteLength: number): number | null {
  if (byteLength <= 0) return null
  const nats = logProbabilities.reduce((total, value) => total - value, 0)
  return nats / Math.LN2 / byteLength
}
