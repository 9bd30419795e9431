import { splitWhitespace } from './tokenisers/split-whitespace.ts'

export interface DistinctOptions {
  /** Default 2. */
  readonly n?: number
  readonly lowercase?: boolean
}

/**
 * Distinct-n = different n-grams / n-grams, over all texts together, from 0 (always the same) to 1; `null` when no
 * text has n words. Words stand between white space. Li et al., NAACL 2016. It falls as texts get longer: compare
 * only samples of the same size.
 */
export function computeDistinctN(texts: readonly string[], options: DistinctOptions = {}): number | null {
  const { n = 2, lowercase = false } = options
  const seen = new Set<string>()
  let total = 0
  for (const text of texts) {
    const words = splitWhitespace(lowercase ? text.toLowerCase() : text)
    for (let start = 0; start + n <= words.length; start += 1) {
      seen.add(words.slice(start, start + n).join(' '))
      total += 1
    }
  }
  return total === 0 ? null : seen.size / total
}
