export interface TextMark {
  /** [start, end) in UTF-16 code units. */
  readonly span: readonly [number, number]
  /** Class of the mark: `supported`, `contradicted`, `evidence`, … */
  readonly kind: string
  /** Said by a screen reader before what is marked. */
  readonly label: string
  /** Drawn stronger: what is looked at. */
  readonly isStrong?: boolean
}

export interface TextPart {
  readonly start: number
  readonly text: string
  /** `null`: plain. */
  readonly mark: TextMark | null
}

/** A text in parts. Marks that overlap an earlier one, are empty or lie outside the text are left out. */
export function markParts(text: string, marks: readonly TextMark[]): readonly TextPart[] {
  const parts: TextPart[] = []
  let position = 0
  const add = (end: number, mark: TextMark | null) => {
    if (end > position) parts.push({ start: position, text: text.slice(position, end), mark })
    position = end
  }
  for (const mark of marks.toSorted((a, b) => a.span[0] - b.span[0])) {
    const [start, end] = mark.span
    if (start < position || end <= start || end > text.length) continue
    add(start, null)
    add(end, mark)
  }
  add(text.length, null)
  return parts
}

/** Where a quote stands in a text; `null`: not word for word. */
export function findQuote(text: string, quote: string): readonly [number, number] | null {
  const at = quote === '' ? -1 : text.indexOf(quote)
  return at === -1 ? null : [at, at + quote.length]
}
