interface Pace {
  /** Answers a second, ready to read: "3.1". */
  readonly perSecond: string
  /** `null`: too early to say. */
  readonly leftMs: number | null
}

/** Fewer answers than this say nothing of how long the rest takes. */
const enough = 5

/** How fast an evaluation goes; `null`: nothing is done yet. */
export function paceOf(
  { done, total }: { readonly done: number; readonly total: number },
  runningMs: number,
): Pace | null {
  if (done === 0 || runningMs <= 0) return null
  const perMs = done / runningMs
  return {
    perSecond: (perMs * 1000).toFixed(perMs * 1000 < 10 ? 1 : 0),
    leftMs: done < enough ? null : Math.round((total - done) / perMs),
  }
}
