import { defineErrorRate } from './error-rate.ts'
import { TokenInterner } from './token-interner.ts'
import type { CorpusMetric } from './text-metric.ts'
import { hasOtherSpaces, tokeniseJiwer } from './tokenisers/tokenise-jiwer.ts'

/**
 * WER = (S + D + I) / N: word substitutions, deletions and insertions over the words of the reference, from 0
 * with no upper end; lower is better. A corpus sums edits and words; an empty reference scores its insertions.
 * Equal to jiwer 4.0.0 with its default transform. Several references (jiwer has one): the closest counts.
 */
export function createWer(): CorpusMetric {
  const interner = new TokenInterner()
  return defineErrorRate('wer', (texts) => {
    interner.reset()
    return texts.map((text) =>
      hasOtherSpaces(text) ? interner.intern(tokeniseJiwer(text)) : interner.internWords(text),
    )
  })
}
