import type { TestCase } from '@assay/contracts'

/** Fewer different cases than this make no bands. */
const minCases = 30

const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** Names the band of a question by its words: three bands of about a third of the questions each, fewer where many are alike. */
export function bandLengths(cases: readonly Pick<TestCase, 'question'>[]): (question: string) => string {
  const counts = cases.map(({ question }) => countWords(question)).toSorted((a, b) => a - b)
  const at = (share: number): number => counts[Math.floor(share * (counts.length - 1))] ?? 0
  const ends =
    counts.length < minCases ? [] : [...new Set([at(1 / 3), at(2 / 3)])].filter((end) => end < at(1))
  return (question) => {
    const words = countWords(question)
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
