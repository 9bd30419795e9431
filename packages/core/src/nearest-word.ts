/** The known word with the fewest changed letters, where at most a third of the letters (and two at least) change; else `null`. */
export function nearestWord(word: string, known: readonly string[]): string | null {
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted(
      (a, b) =>
        a.distance - b.distance ||
        Number(b.candidate.startsWith(word)) - Number(a.candidate.startsWith(word)),
    )
  const [best] = ranked
  return best !== undefined && best.distance <= Math.max(2, word.length / 3) ? best.candidate : null
}

/** Levenshtein distance: insertions, deletions and replacements of single letters. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replace))
    }
    row = next
  }
  return row[b.length] ?? 0
}
