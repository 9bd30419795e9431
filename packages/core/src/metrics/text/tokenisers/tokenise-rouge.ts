import { stemWord } from '../stem-word.ts'
import type { Tokens } from './tokens.ts'

/**
 * rouge-score's tokenisation: lower case, then every run of ASCII letters and digits. Text in other scripts has
 * no tokens. With `stem`, words of more than three letters are reduced to their Porter stem.
 */
export function tokeniseRouge(text: string, stem: boolean): Tokens {
  const line = CAPITALS.test(text) ? text.toLowerCase() : text
  const spans: number[] = []
  let start = -1
  for (let index = 0; index <= line.length; index += 1) {
    const code = line.charCodeAt(index)
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) {
      if (start < 0) start = index
    } else if (start >= 0) {
      spans.push(start, index)
      start = -1
    }
  }
  return stem ? stemTokens({ text: line, spans }) : { text: line, spans }
}

/** Everything whose lower case holds an ASCII letter: ASCII's own, İ and the Kelvin sign. */
const CAPITALS = /[A-Z\u0130\u212a]/

/** The stems joined to a text of their own. */
function stemTokens({ text, spans }: Tokens): Tokens {
  const stemmed: number[] = []
  let line = ''
  for (let index = 0; index < spans.length; index += 2) {
    const word = text.slice(spans[index], spans[index + 1])
    stemmed.push(line.length)
    line += word.length > 3 ? stemWord(word) : word
    stemmed.push(line.length)
  }
  return { text: line, spans: stemmed }
}
