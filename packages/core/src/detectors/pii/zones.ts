/** A stretch of a text: [start, end) in UTF-16 units. */
export interface Zone {
  readonly start: number
  readonly end: number
}

/** What lies within `margin` of a mark, joined where it touches. */
export function zonesOf(text: string, mark: RegExp, margin: number): readonly Zone[] {
  const zones: Zone[] = []
  let open: Zone | null = null
  for (const { index, 0: marked } of text.matchAll(mark)) {
    const start = Math.max(0, index - margin)
    const end = Math.min(text.length, index + marked.length + margin)
    if (open !== null && start > open.end) zones.push(open)
    open = open === null || start > open.end ? { start, end } : { start: open.start, end }
  }
  return open === null ? zones : [...zones, open]
}
