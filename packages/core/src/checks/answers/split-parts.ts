import { splitLines, splitSentences, type Span } from '../../knowledge/split-sentences.ts'
import { isEmptyText } from './case-texts.ts'

/** Sentences, line by line, each with its place; without those that say nothing. At most `limit`: the rest is one part. */
export function splitParts(text: string, limit: number): readonly Span[] {
  const parts = splitLines(text, { start: 0, end: text.length })
    .flatMap((line) => splitSentences(text, line))
    .filter(({ start, end }) => !isEmptyText(text.slice(start, end)))
  const last = parts[limit - 1]
  const end = parts.at(-1)?.end
  if (parts.length <= limit || last === undefined || end === undefined) return parts
  return [...parts.slice(0, limit - 1), { start: last.start, end }]
}
