/** Okapi BM25 (Robertson and Zaragoza 2009) with the usual saturation and little penalty for long tables. */
const saturation = 1.2
const lengthPenalty = 0.4

/** Gives a function that scores every text against a query. */
export function createBm25(texts: readonly string[]): (query: readonly string[]) => readonly number[] {
  const documents = texts.map((text) => countTokens(tokenize(text)))
  const meanLength = documents.reduce((sum, { length }) => sum + length, 0) / documents.length
  const inverseFrequency = (token: string): number => {
    const holders = documents.filter(({ counts }) => counts.has(token)).length
    return Math.log(1 + (documents.length - holders + 0.5) / (holders + 0.5))
  }
  return (query) => {
    const weights = [...new Set(query)].map((token) => [token, inverseFrequency(token)] as const)
    return documents.map(({ counts, length }) => {
      const norm = saturation * (1 - lengthPenalty + (lengthPenalty * length) / meanLength)
      return weights.reduce((sum, [token, weight]) => {
        const count = counts.get(token) ?? 0
        return sum + (weight * count * (saturation + 1)) / (count + norm)
      }, 0)
    })
  }
}

/** Words and identifiers, whole and in their parts: `delivery.maxRedirects` also gives `delivery`, `max`, `redirect`. */
export function tokenize(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}._@/-]*/gu) ?? []
  return words
    .flatMap(splitWord)
    .map(stem)
    .filter((token) => token !== '' && !stopWords.has(token))
}

function splitWord(word: string): readonly string[] {
  const whole = word.replace(/[._/-]+$/u, '')
  const parts = whole.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2').split(/[\s._@/-]+/u)
  return parts.length > 1 ? [whole, ...parts] : [whole]
}

function stem(word: string): string {
  const lower = word.toLowerCase()
  return lower.length > 4 ? lower.replace(/ies$/u, 'y').replace(/(?:ing|ed|es|s|e)$/u, '') : lower
}

function countTokens(tokens: readonly string[]): { counts: ReadonlyMap<string, number>; length: number } {
  const counts = new Map<string, number>()
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  return { counts, length: tokens.length }
}

const stopWords = new Set(
  'a an and are as at be by can did do does for from had has have how in is it its lumen may must of on or relay s so than that the their there to was were what when where which who will with'.split(
    ' ',
  ),
)
