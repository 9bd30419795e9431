import { isWhitespace, stripWhitespace } from './split-whitespace.ts'

/**
 * jiwer's default words: runs of white space become one space, the ends are stripped, spaces divide. A single
 * tab or line break between two words does not divide them, as in the original.
 */
export function tokeniseJiwer(text: string): string[] {
  const words: string[] = []
  const line = stripWhitespace(text)
  let start = 0
  for (let index = 0; index < line.length; index += 1) {
    if (!isWhitespace(line.charCodeAt(index))) continue
    let end = index + 1
    while (end < line.length && isWhitespace(line.charCodeAt(end))) end += 1
    if (end - index > 1 || line.charCodeAt(index) === 0x20) {
      words.push(line.slice(start, index))
      start = end
    }
    index = end
  }
  if (start < line.length) words.push(line.slice(start))
  return words
}
