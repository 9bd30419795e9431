/** What a target retrieved for one question, set against the reference contexts. */
export interface Ranking {
  /**
   * Best first. Each document by its id, or by the ids of the reference contexts it carries: one document can carry
   * several, and several documents can be parts of one.
   */
  readonly retrieved: readonly (string | readonly string[])[]
  /** Ids of the reference contexts. */
  readonly relevant: ReadonlySet<string>
}

export interface RankGains {
  /** For each of the first k ranks: whether the document carries any reference context. */
  readonly matches: readonly boolean[]
  /** For each: whether it carries one that no document above it carried. Binary gains; each reference counts once. */
  readonly gains: readonly boolean[]
  /** Reference contexts found within k. */
  readonly found: number
  /** Ranks a perfect retriever would fill: those that gained over the whole list, plus references never found. */
  readonly ideal: number
}

/** Reduces a ranking to binary gains at the first k ranks. */
export function rankGains({ retrieved, relevant }: Ranking, k: number): RankGains {
  const seen = new Set<string>()
  const rows = retrieved.map((document) => {
    const carried = (typeof document === 'string' ? [document] : document).filter((id) => relevant.has(id))
    const before = seen.size
    for (const id of carried) seen.add(id)
    return { match: carried.length > 0, gain: seen.size > before, found: seen.size }
  })
  const first = rows.slice(0, k)
  return {
    matches: first.map((row) => row.match),
    gains: first.map((row) => row.gain),
    found: first.at(-1)?.found ?? 0,
    ideal: rows.filter((row) => row.gain).length + relevant.size - seen.size,
  }
}
