/** Fewer different cases than this make no bands. */
const minCases = 30

export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/**
 * Names the band of a question by its number of words: three bands of about a third of the questions each, fewer where many
 * are alike. Takes the numbers of words of all questions.
 */
export function bandLengths(lengths: readonly number[]): (words: number) => string {
  const counts = lengths.toSorted((a, b) => a - b)
  const at = (share: number): number => counts[Math.floor(share * (counts.length - 1))] ?? 0
  const ends =
    counts.length < minCases ? [] : [...new Set([at(1 / 3), at(2 / 3)])].filter((end) => end < at(1))
  return (words) => {
    const band = ends.findIndex((end) => words <= end)
    if (ends.length === 0) return 'any length'
    if (band === 0) return `up to ${ends[0]} words`
    const from = (ends[band === -1 ? ends.length - 1 : band - 1] ?? 0) + 1
    return band === -1
      ? `${from} words and more`
      : from === ends[band]
        ? `${from} words`
        : `${from} to ${ends[band]} words`
  }
}
