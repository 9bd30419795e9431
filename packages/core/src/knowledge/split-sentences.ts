export interface Span {
  readonly start: number
  readonly end: number
}

const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' })

/** Sentences of `text` between `start` and `end` (UAX 29), without the blanks around them. A line break is a blank. */
export function splitSentences(text: string, { start, end }: Span): readonly Span[] {
  const joined = text.slice(start, end).replaceAll(/[\n\r]/g, ' ')
  const spans: Span[] = []
  for (const { index, segment } of segmenter.segment(joined)) {
    const trimmed = trimSpan(text, { start: start + index, end: start + index + segment.length })
    if (trimmed !== null) spans.push(trimmed)
  }
  return spans
}

/** Lines with something on them; a line keeps its indentation. */
export function splitLines(text: string, { start, end }: Span): readonly Span[] {
  return [...text.slice(start, end).matchAll(/[^\n]*\S[^\n]*/g)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].trimEnd().length,
  }))
}

/** The span without blanks at its ends; `null` when nothing is left. */
export function trimSpan(text: string, { start, end }: Span): Span | null {
  const slice = text.slice(start, end)
  const left = slice.length - slice.trimStart().length
  if (left === slice.length) return null
  return { start: start + left, end: start + slice.trimEnd().length }
}
