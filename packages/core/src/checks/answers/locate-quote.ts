import type { Span } from '../../knowledge/split-sentences.ts'

/**
 * Where quoted words stand in a text; case, blanks and marks between words may differ, words and numbers may not: `3 s`
 * does not stand in `13 s` or `1.3 s`. `null`: nowhere.
 */
export function locateQuote(quote: string, text: string): Span | null {
  const trimmed = quote.trim().replace(/[.,;:…]+$/u, '')
  const words = trimmed.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (words.length === 0) return null
  return (
    find(escape(trimmed), trimmed, text, 'u') ??
    find(words.join(String.raw`[^\p{L}\p{N}]+`), trimmed, text, 'iu')
  )
}

/** A number's own digits are not cut: neither at its ends nor at its decimal mark. */
function find(pattern: string, quote: string, text: string, flags: string): Span | null {
  const before = /^\P{L}*?\p{N}/u.test(quote) ? String.raw`(?<!\p{N}|\p{N}[.,])` : ''
  const after = /\p{N}$/u.test(quote) ? String.raw`(?!\p{N}|[.,]\p{N})` : ''
  const match = new RegExp(`${before}${pattern}${after}`, flags).exec(text)
  return match === null ? null : { start: match.index, end: match.index + match[0].length }
}

const escape = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
