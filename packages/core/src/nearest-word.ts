import { levenshteinDistance } from './metrics/text/levenshtein.ts'

/** The known word with the fewest changed letters, where at most a third of the letters (and two at least) change; else `null`. */
export function nearestWord(word: string, known: readonly string[]): string | null {
  const ranked = known
    .map((candidate) => ({
      candidate,
      distance: levenshteinDistance(word.toLowerCase(), candidate.toLowerCase()),
    }))
    .toSorted(
      (a, b) =>
        a.distance - b.distance ||
        Number(b.candidate.startsWith(word)) - Number(a.candidate.startsWith(word)),
    )
  const [best] = ranked
  return best !== undefined && best.distance <= Math.max(2, word.length / 3) ? best.candidate : null
}
