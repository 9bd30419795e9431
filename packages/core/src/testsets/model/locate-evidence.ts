import type { Evidence } from '@assay/contracts'
import { locateQuote } from '../../structured-output/locate-quote.ts'
import type { Passage } from './model-unit.ts'

/**
 * Where a model's quote stands: in the passage it names, else in another one it was shown. The evidence is the
 * passage's own slice. `null`: it stands nowhere.
 */
export function locateEvidence(quote: string, label: string, passages: readonly Passage[]): Evidence | null {
  const ordered = passages.toSorted(
    (left, right) => Number(right.label === label) - Number(left.label === label),
  )
  for (const { chunk } of ordered) {
    const span = locateQuote(quote, chunk.text)
    if (span !== null) return { chunkId: chunk.id, ...span, quote: chunk.text.slice(span.start, span.end) }
  }
  return null
}
