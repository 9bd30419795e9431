import type { Span } from '../knowledge/split-sentences.ts'

/**
 * Where quoted words stand in a text; case, blanks and marks between words may differ, words and numbers may not: `3 s`
 * does not stand in `13 s` or `1.3 s`, nor `available` in `unavailable`. `null`: nowhere.
 */
export function locateQuote(quote: string, text: string): Span | null {
  const trimmed = quote.trim().replace(/[\s.,;:…]+$/u, '')
  const words = trimmed.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (words.length === 0) return null
  return (
    find(new RegExp(escape(trimmed), 'gu'), trimmed, text) ??
    find(new RegExp(words.join(between), 'giu'), words.join(' '), text)
  )
}

/** The first match that cuts no word or number. */
function find(pattern: RegExp, quote: string, text: string): Span | null {
  const edges = readEdges(quote)
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [start, end] = [match.index, match.index + match[0].length]
    const isCut =
      edges.start.some((cut) => isAt(cut, text, start)) || edges.end.some((cut) => isAt(cut, text, end))
    if (!isCut) return { start, end }
    // The second half of a character would be read as the character again.
    pattern.lastIndex = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1)
  }
  return null
}

/** Scripts that put no spaces between words: where one ends cannot be seen. */
const unspaced = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('')

/** What goes on with a word of another script. */
const letter = String.raw`[[\p{L}\p{M}\p{N}]--[${unspaced}]]`

/** Invisible within a word: soft hyphen, joiners and non-joiner. */
const joiners = String.raw`[\u{AD}\u{200C}\u{200D}\u{2060}]{0,2}`

/** No accent begins it: that would make another letter of the one before; a variation selector only draws it otherwise. */
const between = String.raw`(?=\P{M}|\p{VS})[^\p{L}\p{N}]+`

const startsWithLetter = new RegExp(`^${letter}`, 'v')
const endsWithLetter = new RegExp(String.raw`${letter}\p{M}*$`, 'v')

/** What cuts a word or a number in two at a place. `can` is cut in `can't`, `homme` is not in `l'homme`. */
const cuts = {
  wordBefore: new RegExp(`(?<=${letter}${joiners})`, 'vy'),
  wordAfter: new RegExp(`(?=${joiners}${letter}|['’]${letter})`, 'vy'),
  accentAfter: /(?=\p{M})(?!\p{VS})/uy,
  numberBefore: /(?<=\p{N}|\p{N}[.,])/uy,
  numberAfter: /(?=\p{N}|[.,]\p{N})/uy,
}

/** What may not be cut at the ends of a quote, by what stands there. */
function readEdges(quote: string): { readonly start: readonly RegExp[]; readonly end: readonly RegExp[] } {
  const start = [
    ...(startsWithLetter.test(quote) ? [cuts.wordBefore] : []),
    ...(/^\P{L}*?\p{N}/u.test(quote) ? [cuts.numberBefore] : []),
  ]
  const end = [
    ...(endsWithLetter.test(quote) ? [cuts.wordAfter] : []),
    ...(/[\p{L}\p{M}\p{N}]$/u.test(quote) ? [cuts.accentAfter] : []),
    ...(/\p{N}$/u.test(quote) ? [cuts.numberAfter] : []),
  ]
  return { start, end }
}

function isAt(cut: RegExp, text: string, place: number): boolean {
  cut.lastIndex = place
  return cut.test(text)
}

const escape = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
