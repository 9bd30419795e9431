/** A word, a number, a sign or a line break. */
export interface Token {
  /** [start, end) in UTF-16 code units. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Lower-cased, without accents: what lists and the model know words by. */
  readonly key: string
  /** Follows white space, or starts the text. */
  readonly spaced: boolean
}

/** Every mark of the text is in one token; white space other than line breaks in none. Linear in the text. */
export function readTokens(text: string): readonly Token[] {
  const tokens: Token[] = []
  let end = -1
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+|\n|\S/gu)) {
    const [word] = match
    tokens.push({
      start: match.index,
      end: match.index + word.length,
      text: word,
      key: foldWord(word),
      spaced: match.index !== end,
    })
    end = match.index + word.length
  }
  return tokens
}

/** `Ångström` as `angstrom`. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  return /^[\0-\x7F]*$/.test(lower) ? lower : lower.normalize('NFD').replaceAll(/\p{M}/gu, '')
}
