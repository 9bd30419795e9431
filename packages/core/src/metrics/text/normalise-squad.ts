import { splitWhitespace } from './tokenisers/split-whitespace.ts'

/** SQuAD's answer normalisation: lower case, no ASCII punctuation, no English articles, single spaces. */
export function normaliseSquad(text: string): string {
  return toSquadTokens(text).join(' ')
}

export function toSquadTokens(text: string): string[] {
  const letters = text.toLowerCase().replaceAll(/[!-/:-@[-`{-~]/g, '')
  return splitWhitespace(letters.replaceAll(ARTICLES, ' '))
}

/** Python's `\b(a|an|the)\b`: a word character there is any Unicode letter, number or `_`. */
const ARTICLES = /(?<![\p{L}\p{N}_])(?:a|an|the)(?![\p{L}\p{N}_])/gu
