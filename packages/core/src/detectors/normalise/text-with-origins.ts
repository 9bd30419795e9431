/** A rewritten text that knows where each of its units stood. */
export interface TextWithOrigins {
  readonly text: string
  /** Index in the source of each UTF-16 unit, plus one for the end. */
  readonly origins: Uint32Array
}

/** What stands for a part [start, end) of a text. */
export interface Rewriting {
  readonly start: number
  readonly end: number
  readonly text: string
}

export const asItStands = (text: string): TextWithOrigins => ({
  text,
  origins: Uint32Array.from({ length: text.length + 1 }, (_, index) => index),
})

/**
 * Puts rewritings in, in the order of the text and without overlap. A part as long as what stood there keeps its
 * origins unit by unit; any other has the origin of its start.
 */
export function rewrite(source: TextWithOrigins, rewritings: readonly Rewriting[]): TextWithOrigins {
  if (rewritings.length === 0) return source
  const pieces: string[] = []
  const grown = rewritings.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0)
  const origins = new Uint32Array(source.text.length + grown + 1)
  let [from, at] = [0, 0]
  const keep = (until: number): void => {
    pieces.push(source.text.slice(from, until))
    origins.set(source.origins.subarray(from, until), at)
    at += until - from
  }
  for (const { start, end, text } of rewritings) {
    keep(start)
    pieces.push(text)
    const isSameLength = text.length === end - start
    for (let unit = 0; unit < text.length; unit += 1)
      origins[at + unit] = source.origins[isSameLength ? start + unit : start] ?? 0
    at += text.length
    from = end
  }
  keep(source.text.length)
  origins[at] = source.origins[source.text.length] ?? 0
  return { text: pieces.join(''), origins }
}
