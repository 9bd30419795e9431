interface SentenceSpan {
  readonly start: number
  readonly end: number
}

const abbreviations =
  /(?:\b(?:Mr|Mrs|Ms|Dr|St|Sr|Jr|Prof|Gen|Col|Sgt|Lt|Rev|No|vs|etc|approx|Inc|Ltd|Co|Corp|Vol|Ave|Mt|Ft|cf|al|e\.g|i\.e|a\.m|p\.m|U\.S|U\.K)|\b[A-Z])\.$/

/** Sentences of a paragraph as spans of the raw text: ends at a full stop before a capital, a code mark or a quote. */
export function splitProse(text: string, from: number, to: number): readonly SentenceSpan[] {
  const spans: SentenceSpan[] = []
  let start = from
  for (const match of text.slice(from, to).matchAll(/[.!?]["'”’)]*(?=\s+["'“‘(`[*]*[A-Z`0-9*[]|\s*$)/g)) {
    const end = from + match.index + match[0].length
    if (abbreviations.test(text.slice(Math.max(start, end - 8), from + match.index + 1))) continue
    push(spans, text, start, end)
    start = end
  }
  push(spans, text, start, to)
  return spans
}

function push(spans: SentenceSpan[], text: string, start: number, end: number): void {
  const slice = text.slice(start, end)
  const left = slice.length - slice.trimStart().length
  if (left < slice.length) spans.push({ start: start + left, end: start + slice.trimEnd().length })
}
