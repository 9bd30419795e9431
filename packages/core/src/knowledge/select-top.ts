export interface Ranked {
  /** Position in the list that was searched. */
  readonly index: number
  readonly score: number
}

/** The `k` highest scores, highest first; ties by position. One pass, with a small sorted list. */
export function selectTop(scores: ArrayLike<number>, k: number): Ranked[] {
  const best: Ranked[] = []
  let floor = Number.NEGATIVE_INFINITY
  for (let index = 0; index < scores.length; index += 1) {
    const score = scores[index] as number
    if (best.length === k && score <= floor) continue
    insert(best, { index, score })
    if (best.length > k) best.pop()
    if (best.length === k) floor = best.at(-1)?.score ?? floor
  }
  return best
}

function insert(best: Ranked[], item: Ranked): void {
  let low = 0
  let high = best.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((best[middle]?.score ?? 0) >= item.score) low = middle + 1
    else high = middle
  }
  best.splice(low, 0, item)
}
