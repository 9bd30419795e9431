import type { DetectedSpan } from '../ports/detector.ts'

/** Of spans that overlap the surest, then the longest, then the first; in the order of the text. */
export function resolveOverlaps(spans: readonly DetectedSpan[]): readonly DetectedSpan[] {
  const ranked = spans.toSorted(
    (a, b) => b.score - a.score || b.end - b.start - (a.end - a.start) || a.start - b.start,
  )
  const taken = new Uint8Array(spans.reduce((length, { end }) => Math.max(length, end), 0))
  const kept: DetectedSpan[] = []
  for (const span of ranked) {
    if (taken.subarray(span.start, span.end).includes(1)) continue
    taken.fill(1, span.start, span.end)
    kept.push(span)
  }
  return kept.sort((a, b) => a.start - b.start)
}
