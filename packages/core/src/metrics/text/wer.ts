import { defineErrorRate } from './error-rate.ts'
import { internTokens } from './intern-tokens.ts'
import type { CorpusMetric } from './text-metric.ts'
import { tokeniseJiwer } from './tokenisers/tokenise-jiwer.ts'

/**
 * WER = (S + D + I) / N: word substitutions, deletions and insertions over the words of the reference, from 0
 * with no upper end; lower is better. A corpus sums edits and words; an empty reference scores its insertions.
 * Equal to jiwer 4.0.0 with its default transform. Several references (jiwer has one): the closest counts.
 */
export function createWer(): CorpusMetric {
  return defineErrorRate('wer', (texts) => {
    const numbers = new Map<string, number>()
    return texts.map((text) => internTokens(numbers, tokeniseJiwer(text)))
  })
}
