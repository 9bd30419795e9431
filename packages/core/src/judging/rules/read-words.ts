import { stopWords } from './stop-words.data.ts'

export interface Word {
  /** As written. */
  readonly text: string
  /** Lower case, without diacritics, compatibility forms and possessive. */
  readonly norm: string
  /** [start, end) in UTF-16 code units of the text read. */
  readonly start: number
  readonly end: number
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’](?:[\p{L}]+))?/gu

export function readWords(text: string): readonly Word[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({
    text: match[0],
    norm: normaliseWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

export const normaliseWord = (word: string): string =>
  (isAscii.test(word) ? word : word.normalize('NFKD').replace(/\p{M}/gu, ''))
    .toLowerCase()
    .replace(/['’]s$/, '')

/** Most words, and nothing to be taken apart in them. */
const isAscii = /^[!-~]*$/

/** A light suffix stripper: it must only make the forms of one word meet, never two words. */
export function stemWord(norm: string): string {
  if (norm.length > 4 && norm.endsWith('ies')) return `${norm.slice(0, -3)}y`
  if (norm.length > 4 && /(?:s|x|z|ch|sh)es$/.test(norm)) return norm.slice(0, -2)
  if (norm.length > 3 && norm.endsWith('s') && !/(?:ss|us|is)$/.test(norm)) return norm.slice(0, -1)
  if (norm.length > 5 && norm.endsWith('ing')) return norm.slice(0, -3).replace(/e$/, '')
  if (norm.length > 4 && norm.endsWith('ed')) return norm.slice(0, -2).replace(/e$/, '')
  return norm.length > 4 ? norm.replace(/e$/, '') : norm
}

/** Stems of the words that carry content. */
export const contentStems = (text: string): readonly string[] =>
  readWords(text)
    .filter((word) => !stopWords.has(word.norm))
    .map((word) => stemWord(word.norm))
