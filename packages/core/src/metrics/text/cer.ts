import { defineErrorRate } from './error-rate.ts'
import type { CorpusMetric } from './text-metric.ts'
import { toCodePoints } from './tokenisers/code-points.ts'
import { stripWhitespace } from './tokenisers/split-whitespace.ts'

/**
 * CER = (S + D + I) / N: character substitutions, deletions and insertions over the characters (code points, white
 * space included, ends stripped) of the reference, from 0 with no upper end; lower is better. A corpus sums edits
 * and characters; an empty reference scores its insertions. Equal to jiwer 4.0.0; several references (jiwer has
 * one): the closest counts.
 */
export function createCer(): CorpusMetric {
  return defineErrorRate('cer', (texts) => texts.map((text) => toCodePoints(stripWhitespace(text))))
}
