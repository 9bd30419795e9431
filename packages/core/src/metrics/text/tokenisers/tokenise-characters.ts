import { isWhitespace } from './split-whitespace.ts'
import type { Tokens } from './tokens.ts'

/** Every character (code point) is a token; white space is none. sacreBLEU's `char`. */
export function tokeniseCharacters(text: string): Tokens {
  const spans: number[] = []
  for (let index = 0; index < text.length; index += 1) {
    if (isWhitespace(text.charCodeAt(index))) continue
    const start = index
    if ((text.codePointAt(index) ?? 0) > 0xff_ff) index += 1
    spans.push(start, index + 1)
  }
  return { text, spans }
}
