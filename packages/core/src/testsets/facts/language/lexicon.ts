/** How the knowledge base itself writes words: which stand with a capital in the middle of a sentence. */
export interface Lexicon {
  isProper(word: string): boolean
  /** The phrase as it stands inside a sentence: its first word in lower case unless that word is a name. */
  inSentence(phrase: string): string
}

const wordPattern = /\p{L}[\p{L}\p{N}_'’-]*/gu

export function buildLexicon(texts: readonly string[]): Lexicon {
  const lower = new Map<string, number>()
  const proper = new Map<string, number>()
  for (const text of texts) countWords(text, lower, proper)
  const isProper = (word: string): boolean => {
    if (/[a-z0-9][A-Z]|^[A-Z0-9][A-Z0-9.+#-]+$|\d/.test(word)) return true
    if (!/^\p{Lu}/u.test(word)) return false
    const key = word.toLowerCase()
    return (proper.get(key) ?? 0) > 2 * (lower.get(key) ?? 0)
  }
  const inSentence = (phrase: string): string => {
    if (/^[`"'“]/.test(phrase)) return phrase
    return phrase.replace(/^\p{L}[\p{L}\p{N}_'’-]*/u, (word) =>
      isProper(word) ? word : word[0]?.toLowerCase() + word.slice(1),
    )
  }
  return { isProper, inSentence }
}

function countWords(text: string, lower: Map<string, number>, proper: Map<string, number>): void {
  const prose = text
    .replace(/^ *(`{3,}|~{3,})[\s\S]*?^ *\1/gm, '')
    .replace(/^(?:#+ .*|\|.*)$/gm, '')
    .replace(/`[^`]*`|\]\([^)]*\)|https?:\S+/g, ' ')
  for (const match of prose.matchAll(wordPattern)) {
    const word = match[0]
    const before = prose.slice(Math.max(0, match.index - 3), match.index)
    const midSentence = /[\p{Ll}0-9,)]\s$/u.test(before)
    if (/^\p{Ll}/u.test(word)) bump(lower, word)
    else if (midSentence) bump(proper, word.toLowerCase())
  }
}

const bump = (map: Map<string, number>, key: string): void => {
  map.set(key, (map.get(key) ?? 0) + 1)
}
