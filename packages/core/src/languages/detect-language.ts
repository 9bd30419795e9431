import { functionWords } from './function-words.data.ts'

/** Letters looked at: enough to tell, and the cost does not grow with the document. */
const SAMPLE_CHARACTERS = 4000
/** Fewer function words, or a smaller share of all words, tell nothing. */
const MIN_HITS = 5
const MIN_SHARE = 0.06
const MIN_LEAD = 1.25
/** A word counts this often at most: names repeat the words of another language ("Los", "de"). */
const MAX_TIMES = 3

/** Scripts that belong to one language, or nearly so; kana and Hangul before Han, which Japanese writes too. */
const scripts: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['uk', /[іїєґІЇЄҐ]/g],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['fa', /[پچژگ]/g],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
]
/** Letters that only one of the languages of a script writes stand seldom. */
const telling: Readonly<Record<string, number>> = { ja: 0.1, uk: 0.02, fa: 0.02 }
const SCRIPT_SHARE = 0.3

/**
 * ISO 639-1 of running text, by its script or its function words; `null` when it does not tell. Knows the languages of
 * function-words.data.ts and of the scripts above.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  for (const [language, pattern] of scripts) {
    const share = (sample.match(pattern)?.length ?? 0) / Math.max(1, letters)
    if (share >= (telling[language] ?? SCRIPT_SHARE)) return language
  }
  return byFunctionWords(sample)
}

const languagesOfWord = new Map<string, string[]>()
for (const [language, words] of Object.entries(functionWords)) {
  for (const word of new Set(words.split(' ')))
    languagesOfWord.set(word, [...(languagesOfWord.get(word) ?? []), language])
}

function byFunctionWords(sample: string): string | null {
  const words = sample.toLowerCase().match(/[\p{L}'’]+/gu) ?? []
  const hits = new Map<string, number>()
  const seen = new Map<string, number>()
  for (const word of words) {
    const times = (seen.get(word) ?? 0) + 1
    seen.set(word, times)
    if (times > MAX_TIMES) continue
    for (const language of languagesOfWord.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1)
  }
  const [best, second] = [...hits].sort((left, right) => right[1] - left[1])
  if (best === undefined || best[1] < MIN_HITS || best[1] < words.length * MIN_SHARE) return null
  return best[1] >= (second?.[1] ?? 0) * MIN_LEAD ? best[0] : null
}
