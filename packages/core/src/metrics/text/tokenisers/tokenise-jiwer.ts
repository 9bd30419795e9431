import { isWhitespace } from './split-whitespace.ts'
import type { Tokens } from './tokens.ts'

/**
 * jiwer's default words: runs of white space become one space, the ends are stripped, spaces divide. A single
 * tab or line break between two words does not divide them, as in the original.
 */
export function tokeniseJiwer(text: string): Tokens {
  const spans: number[] = []
  let end = text.length
  while (end > 0 && isWhitespace(text.charCodeAt(end - 1))) end -= 1
  let start = 0
  while (start < end && isWhitespace(text.charCodeAt(start))) start += 1
  for (let index = start; index < end; index += 1) {
    const code = text.charCodeAt(index)
    if (!isWhitespace(code)) continue
    let next = index + 1
    while (isWhitespace(text.charCodeAt(next))) next += 1
    if (code === SPACE || next - index > 1) {
      spans.push(start, index)
      start = next
    }
    index = next
  }
  if (start < end) spans.push(start, end)
  return { text, spans }
}

/** Whether the text has white space other than spaces; without any, its words are those of `findWords`. */
export function hasOtherSpaces(text: string): boolean {
  return OTHER_SPACES.test(text)
}

const SPACE = 0x20
// oxlint-disable-next-line no-control-regex -- U+001C to U+001F are white space in Python
const OTHER_SPACES = /[\t-\r\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/
