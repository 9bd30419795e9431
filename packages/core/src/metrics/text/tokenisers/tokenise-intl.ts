import { findWords } from './split-whitespace.ts'
import type { Tokens } from './tokens.ts'

/**
 * mteval-v14's international tokenisation, sacreBLEU's `intl`: punctuation is a token of its own except between
 * digits, every symbol is one. A number at the end of the text keeps its full stop, as in the original.
 */
export function tokeniseIntl(text: string): Tokens {
  if (!/[\p{P}\p{S}]/u.test(text)) return findWords(text)
  return findWords(
    text
      .replaceAll(/(\P{N})(\p{P})/gu, '$1 $2 ')
      .replaceAll(/(\p{P})(\P{N})/gu, ' $1 $2')
      .replaceAll(/\p{S}/gu, ' $& '),
  )
}
