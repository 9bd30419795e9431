/**
 * Benjamini & Hochberg's (1995) step-up adjusted p-values, in the order given: rejecting where the adjusted value is
 * at most q keeps the expected share of false discoveries under q.
 */
export function adjustBenjaminiHochberg(pValues: readonly number[]): readonly number[] {
  const ranked = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p)
  const adjusted = Array.from(pValues, () => 1)
  let smallest = 1
  for (const [position, { p, index }] of ranked.entries()) {
    smallest = Math.min(smallest, (p * pValues.length) / (pValues.length - position))
    adjusted[index] = smallest
  }
  return adjusted
}
