import { type Tokens, toStrings } from './tokens.ts'

/** Words between white space, as Python's `str.split()` defines it: Unicode's, the separators U+001C–U+001F and U+0085. */
export function findWords(text: string): Tokens {
  const spans: number[] = []
  let start = -1
  for (let index = 0; index < text.length; index += 1) {
    if (!isWhitespace(text.charCodeAt(index))) {
      if (start < 0) start = index
    } else if (start >= 0) {
      spans.push(start, index)
      start = -1
    }
  }
  if (start >= 0) spans.push(start, text.length)
  return { text, spans }
}

/** `findWords` as strings. */
export function splitWhitespace(text: string): string[] {
  return toStrings(findWords(text))
}

/** The text without white space at its ends: Python's `str.strip()`. */
export function stripWhitespace(text: string): string {
  let start = 0
  while (start < text.length && isWhitespace(text.charCodeAt(start))) start += 1
  const end = stripWhitespaceEnd(text)
  return start === 0 ? end : end.slice(start)
}

/** The text without white space at its end: Python's `str.rstrip()`. */
export function stripWhitespaceEnd(text: string): string {
  let end = text.length
  while (end > 0 && isWhitespace(text.charCodeAt(end - 1))) end -= 1
  return end === text.length ? text : text.slice(0, end)
}

export function isWhitespace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code >= 0x1c && code <= 0x1f)
  if (code < 0x16_80) return code === 0xa0 || code === 0x85
  return (
    (code >= 0x20_00 && code <= 0x20_0a) ||
    code === 0x30_00 ||
    code === 0x20_28 ||
    code === 0x20_29 ||
    code === 0x20_2f ||
    code === 0x20_5f ||
    code === 0x16_80
  )
}
