import { splitLines, splitSentences, type Span } from './split-sentences.ts'
import type { Block } from './parse-markdown.ts'

export type CountTokens = (text: string) => number

/** Cuts a block that is too long for one chunk: tables, lists and code at their lines, prose at sentences. */
export function cutBlock(
  text: string,
  block: Block,
  limit: number,
  countTokens: CountTokens,
): readonly Span[] {
  const byLine = block.kind === 'table' || block.kind === 'code' || block.kind === 'list'
  const pieces = byLine ? splitLines(text, block) : splitSentences(text, block)
  const small = pieces.flatMap((piece) => cutPiece(text, piece, limit, countTokens))
  return packSpans(text, small, limit, countTokens)
}

/** A line or sentence longer than the limit is cut at blanks, and where there are none between characters. */
function cutPiece(text: string, piece: Span, limit: number, countTokens: CountTokens): readonly Span[] {
  const slice = text.slice(piece.start, piece.end)
  if (countTokens(slice) <= limit || piece.end - piece.start < 2) return [piece]
  const middle = cutPoint(slice)
  const left = { start: piece.start, end: piece.start + slice.slice(0, middle).trimEnd().length }
  const right = { start: piece.end - slice.slice(middle).trimStart().length, end: piece.end }
  return [left, right].flatMap((half) => cutPiece(text, half, limit, countTokens))
}

/** The blank nearest to the middle, else the middle, never inside a surrogate pair. */
function cutPoint(slice: string): number {
  const middle = Math.floor(slice.length / 2)
  const trimmedStart = slice.length - slice.trimStart().length
  for (let distance = 0; distance < middle - trimmedStart; distance += 1) {
    if (/\s/.test(slice.charAt(middle - distance))) return middle - distance
    if (/\s/.test(slice.charAt(middle + distance))) return middle + distance
  }
  const unit = slice.charCodeAt(middle)
  const inPair = unit >= 0xdc00 && unit <= 0xdfff
  return inPair && middle + 1 < slice.length ? middle + 1 : middle
}

function packSpans(text: string, spans: readonly Span[], limit: number, countTokens: CountTokens): Span[] {
  const packed: Span[] = []
  let tokens = 0
  for (const span of spans) {
    const added = countTokens(text.slice(span.start, span.end)) + 1
    const last = packed.at(-1)
    if (last !== undefined && tokens + added <= limit) {
      packed[packed.length - 1] = { start: last.start, end: span.end }
      tokens += added
    } else {
      packed.push(span)
      tokens = added
    }
  }
  return packed
}
