export interface AlignedItems {
  /** For each expected item, the place of the actual one it is compared with; `null`: none is left. */
  readonly partners: readonly (number | null)[]
  /** Places of the actual items without a partner. */
  readonly extra: readonly number[]
}

/**
 * Pairs the items of two lists as bags: equal ones first, then the most alike, each once. `likeness` of the actual item
 * at a place and the expected one at another is 1 for equal.
 */
export function alignItems(
  actualCount: number,
  expectedCount: number,
  likeness: (actual: number, expected: number) => number,
): AlignedItems {
  const partners: (number | null)[] = Array.from({ length: expectedCount }, () => null)
  const free = new Set(Array.from({ length: actualCount }, (_, index) => index))
  for (const { actual, expected } of rankPairs(actualCount, expectedCount, likeness)) {
    if (partners[expected] !== null || !free.delete(actual)) continue
    partners[expected] = actual
  }
  return { partners, extra: [...free] }
}

/** Most alike first; of equals the earlier. */
function rankPairs(
  actualCount: number,
  expectedCount: number,
  likeness: (actual: number, expected: number) => number,
) {
  const pairs = []
  for (let expected = 0; expected < expectedCount; expected += 1)
    for (let actual = 0; actual < actualCount; actual += 1)
      pairs.push({ actual, expected, like: likeness(actual, expected) })
  return pairs.toSorted((a, b) => b.like - a.like)
}
