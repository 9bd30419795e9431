/** Search terms of a text: words folded to one form, identifiers whole and in parts. */

const wordPattern = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[_.'’](?=[\p{L}\p{N}]))*/gu
const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const partPattern = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}[\p{Ll}\p{M}]*|\p{N}+|[\p{L}\p{M}]+/gu

/**
 * `bodyLimit` gives body, limit and bodylimit; `reply.code` gives reply, code and reply.code; scripts without blanks
 * give pairs of characters. Accents fold away; English endings are stemmed lightly, so that "limits" finds "limit".
 */
export function tokeniseWords(text: string): string[] {
  const terms: string[] = []
  for (const [word] of text.matchAll(wordPattern)) addTerms(terms, word)
  return terms
}

function addTerms(terms: string[], word: string): void {
  if (/^[a-z]+$/.test(word)) terms.push(stem(word))
  else if (unspacedScript.test(word)) addPairs(terms, word)
  else addIdentifier(terms, word)
}

function addIdentifier(terms: string[], word: string): void {
  const folded = fold(word.replace(/['’]s$/, ''))
  const parts = folded.match(partPattern) ?? []
  if (parts.length > 1) for (const part of parts) terms.push(stem(part.toLowerCase()))
  terms.push(stem(folded.toLowerCase()))
}

function addPairs(terms: string[], word: string): void {
  const characters = Array.from(word)
  if (characters.length === 1) terms.push(word)
  for (let index = 1; index < characters.length; index += 1) {
    terms.push(`${characters[index - 1] ?? ''}${characters[index] ?? ''}`)
  }
}

const fold = (word: string): string =>
  // oxlint-disable-next-line no-control-regex
  /^[\u0000-\u007F]*$/.test(word)
    ? word
    : word.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'")

/** Plurals (Harman's S stemmer, 1991), then -ing and -ed where a stem with a vowel and three letters remains. */
function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  return withoutVerbEnding(singular(word))
}

function singular(word: string): string {
  if (!word.endsWith('s') || /(?:[us]s|is)$/.test(word)) return word
  if (word.endsWith('ies') && !/[ae]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:[sxz]|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

function withoutVerbEnding(word: string): string {
  const match = /^(.*[aeiouy].*?)(?:ing|ed)$/.exec(word)
  const base = match?.[1] ?? ''
  const bare = base.length >= 3 && !word.endsWith('eed') ? base : word
  const undoubled = bare !== word && /([bdgmnprt])\1$/.test(bare) ? bare.slice(0, -1) : bare
  return undoubled.length > 3 && undoubled.endsWith('e') ? undoubled.slice(0, -1) : undoubled
}
