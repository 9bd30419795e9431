/** Holm's (1979) step-down adjusted p-values, in the order given: reject where the adjusted value is at most the level. */
export function adjustHolm(pValues: readonly number[]): readonly number[] {
  const ranked = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p)
  const adjusted = Array.from(pValues, () => 0)
  let largest = 0
  for (const [rank, { p, index }] of ranked.entries()) {
    largest = Math.max(largest, Math.min(1, p * (pValues.length - rank)))
    adjusted[index] = largest
  }
  return adjusted
}
