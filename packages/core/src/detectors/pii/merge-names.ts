import type { DetectedSpan } from '../../ports/detector.ts'

/** From how sure on a pattern is taken for what it looks like, also within a longer name or address. */
const certain = 0.9
/** What counts by itself. */
const counts = 0.5

/**
 * Patterns and names together, in the order of the text, none over another. A pattern beats a name that it covers or
 * crosses; an address or name that is longer than the pattern in it stays, unless the pattern is certain.
 */
export function mergeNames(
  patterns: readonly DetectedSpan[],
  names: readonly DetectedSpan[],
): readonly DetectedSpan[] {
  const merged: DetectedSpan[] = []
  let at = 0
  for (const name of names) {
    for (; isBefore(patterns[at], name); at += 1) merged.push(...patterns.slice(at, at + 1))
    const inside = patterns.slice(at, countOverlapping(patterns, at, name))
    if (inside.some((pattern) => beats(pattern, name))) continue
    merged.push(name)
    at += inside.length
  }
  return [...merged, ...patterns.slice(at)]
}

const isBefore = (pattern: DetectedSpan | undefined, name: DetectedSpan): boolean =>
  pattern !== undefined && pattern.end <= name.start

function countOverlapping(patterns: readonly DetectedSpan[], from: number, name: DetectedSpan): number {
  let end = from
  while ((patterns[end]?.start ?? Infinity) < name.end) end += 1
  return end
}

function beats(pattern: DetectedSpan, name: DetectedSpan): boolean {
  if (pattern.start <= name.start && pattern.end >= name.end) return true
  const isWithin = pattern.start >= name.start && pattern.end <= name.end
  return pattern.score >= (isWithin ? certain : counts)
}
