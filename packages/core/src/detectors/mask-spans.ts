import type { DetectedSpan } from '../ports/detector.ts'

/** `label`: `<EMAIL>`. `characters`: each UTF-16 unit a dot but blanks and separators, so that length and form stay. */
type MaskStyle = 'label' | 'characters'

/** The text with every character of every span replaced. Spans that overlap are one, called by the surest of them. */
export function maskSpans(text: string, spans: readonly DetectedSpan[], style: MaskStyle): string {
  let [masked, end] = ['', 0]
  for (const span of joinOverlapping(spans)) {
    const value = text.slice(span.start, span.end)
    if (value === '') continue
    masked += text.slice(end, span.start) + (style === 'label' ? labelMark(span.label) : dotsFor(value))
    end = span.end
  }
  return masked + text.slice(end)
}

function joinOverlapping(spans: readonly DetectedSpan[]): readonly DetectedSpan[] {
  const joined: DetectedSpan[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (span.end <= span.start) continue
    if (last === undefined || span.start >= last.end) joined.push(span)
    else joined[joined.length - 1] = join(last, span)
  }
  return joined
}

const join = (first: DetectedSpan, second: DetectedSpan): DetectedSpan => ({
  ...(second.score > first.score ? second : first),
  start: first.start,
  end: Math.max(first.end, second.end),
})

const labelMark = (label: string): string =>
  `<${label.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_') || 'VALUE'}>`

const dotsFor = (value: string): string => value.replaceAll(/[^\s@.:/+()-]/g, '•')
