/** Which calls stand for which expected ones. */
export interface Pairing {
  /** Index of the expected call of each call made; −1: none. */
  readonly expectedOf: readonly number[]
  /** Indices of the expected calls nothing was made for. */
  readonly missing: readonly number[]
}

type IsSame = (actual: number, expected: number) => boolean

/** As many pairs as there can be (Kuhn 1955): a call that fits two expected ones leaves the one another needs. */
export function pairCalls(actual: number, expected: number, isSame: IsSame): Pairing {
  const fits = Array.from({ length: actual }, (_, made) =>
    Array.from({ length: expected }, (__, wanted) => wanted).filter((wanted) => isSame(made, wanted)),
  )
  const actualOf = new Map<number, number>()
  const place = (made: number, tried: Set<number>): boolean =>
    (fits[made] ?? []).some((wanted) => {
      if (tried.has(wanted)) return false
      tried.add(wanted)
      const holder = actualOf.get(wanted)
      if (holder !== undefined && !place(holder, tried)) return false
      actualOf.set(wanted, made)
      return true
    })
  for (let made = 0; made < actual; made += 1) place(made, new Set())
  const expectedOf = Array.from({ length: actual }, () => -1)
  for (const [wanted, made] of actualOf) expectedOf[made] = wanted
  const all = Array.from({ length: expected }, (_, wanted) => wanted)
  return { expectedOf, missing: all.filter((wanted) => !actualOf.has(wanted)) }
}

/** Length of the longest run of pairs in the same order on both sides, other calls between them allowed. */
export function countInOrder(actual: number, expected: number, isSame: IsSame): number {
  let row = Array.from({ length: expected + 1 }, () => 0)
  for (let made = 0; made < actual; made += 1) {
    const next = [0]
    for (let wanted = 0; wanted < expected; wanted += 1)
      next.push(
        isSame(made, wanted) ? (row[wanted] ?? 0) + 1 : Math.max(row[wanted + 1] ?? 0, next[wanted] ?? 0),
      )
    row = next
  }
  return row[expected] ?? 0
}
