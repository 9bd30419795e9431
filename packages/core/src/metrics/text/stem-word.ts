/**
 * The stem of a lower-case English word by the Porter stemmer with NLTK's extensions (its default mode).
 * Porter, Program 14(3), 1980; equal to nltk 3.10's `PorterStemmer` for words in any script.
 */
export function stemWord(word: string): string {
  return hasSurrogates(word) ? stemBeyondBmp(word) : stem(word)
}

/** The rules count characters: each astral one is stood in for by a private one while they run. */
function stemBeyondBmp(word: string): string {
  const astral = [...new Set(Array.from(word).filter((character) => character.length > 1))]
  const standIns = astral.map((_, index) => String.fromCharCode(0xe0_00 + index))
  const replaceEach = (text: string, from: readonly string[], to: readonly string[]): string =>
    from.reduce((done, character, index) => done.replaceAll(character, to[index] ?? ''), text)
  return replaceEach(stem(replaceEach(word, astral, standIns)), standIns, astral)
}

function hasSurrogates(word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index)
    if (code >= 0xd8_00 && code <= 0xdf_ff) return true
  }
  return false
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['sky', 'sky'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['news', 'news'],
  ['innings', 'inning'],
  ['inning', 'inning'],
  ['outings', 'outing'],
  ['outing', 'outing'],
  ['cannings', 'canning'],
  ['canning', 'canning'],
  ['howe', 'howe'],
  ['proceed', 'proceed'],
  ['exceed', 'exceed'],
  ['succeed', 'succeed'],
])

function stem(word: string): string {
  const irregular = IRREGULAR.get(word)
  if (irregular !== undefined) return irregular
  if (word.length <= 2) return word
  const inflected = replaceFinalY(removePast(removePlural(word)))
  return removeFinalE(removeLast(removeMiddle(replaceDouble(inflected))))
}

function removePlural(word: string): string {
  if (!word.endsWith('s')) return word
  if (word.endsWith('ies') && word.length === 4) return word.slice(0, -1)
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2)
  return word.endsWith('ss') ? word : word.slice(0, -1)
}

function removePast(word: string): string {
  if (word.endsWith('ied')) return word.slice(0, word.length === 4 ? -1 : -2)
  if (word.endsWith('eed')) return countMeasure(word, word.length - 3) > 0 ? word.slice(0, -1) : word
  const cut = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0
  if (cut === 0 || !containsVowel(word, word.length - cut)) return word
  return restoreEnding(word.slice(0, -cut))
}

/** After -ed and -ing: `conflat` is `conflate`, `hopp` is `hop`, `fil` is `file`. */
function restoreEnding(word: string): string {
  if (word.endsWith('at') || word.endsWith('bl') || word.endsWith('iz')) return `${word}e`
  const last = word.charAt(word.length - 1)
  if (last === word.charAt(word.length - 2) && isConsonant(word, word.length - 1)) {
    return last === 'l' || last === 's' || last === 'z' ? word : word.slice(0, -1)
  }
  // NLTK's rule table marks the double consonant as "*d", which also matches a literal "*d".
  if (word.endsWith('*d')) return `${word.slice(0, -2)}d`
  return countMeasure(word, word.length) === 1 && endsInShortSyllable(word, word.length) ? `${word}e` : word
}

function replaceFinalY(word: string): string {
  if (!word.endsWith('y') || word.length <= 2 || !isConsonant(word, word.length - 2)) return word
  return `${word.slice(0, -1)}i`
}

type Rule = readonly [suffix: string, replacement: string]

const DOUBLE_SUFFIXES = byLastLetter([
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['fulli', 'ful'],
  ['logi', 'log'],
])
const MIDDLE_SUFFIXES = byLastLetter([
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
])
const LAST_SUFFIXES = byLastLetter(
  'al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize'
    .split(' ')
    .map((suffix) => [suffix, '']),
)

function replaceDouble(word: string): string {
  if (word.endsWith('alli') && countMeasure(word, word.length - 4) > 0)
    return replaceDouble(word.slice(0, -2))
  const rule = findRule(DOUBLE_SUFFIXES, word)
  if (rule === undefined) return word
  const [suffix, replacement] = rule
  // For `logi` NLTK leaves the l with the stem, so that `geologi` has a measure.
  const measured = word.length - (suffix === 'logi' ? 3 : suffix.length)
  return countMeasure(word, measured) > 0 ? word.slice(0, -suffix.length) + replacement : word
}

function removeMiddle(word: string): string {
  const rule = findRule(MIDDLE_SUFFIXES, word)
  if (rule === undefined) return word
  const [suffix, replacement] = rule
  const length = word.length - suffix.length
  return countMeasure(word, length) > 0 ? word.slice(0, length) + replacement : word
}

function removeLast(word: string): string {
  const rule = findRule(LAST_SUFFIXES, word)
  if (rule === undefined) return word
  const [suffix] = rule
  const length = word.length - suffix.length
  if (countMeasure(word, length) <= 1) return word
  const before = word.charAt(length - 1)
  return suffix === 'ion' && before !== 's' && before !== 't' ? word : word.slice(0, length)
}

function removeFinalE(word: string): string {
  return replaceDoubleL(dropFinalE(word))
}

function dropFinalE(word: string): string {
  if (!word.endsWith('e')) return word
  const length = word.length - 1
  const measure = countMeasure(word, length)
  return measure > 1 || (measure === 1 && !endsInShortSyllable(word, length)) ? word.slice(0, length) : word
}

function replaceDoubleL(word: string): string {
  return word.endsWith('ll') && countMeasure(word, word.length - 1) > 1 ? word.slice(0, -1) : word
}

/** The first rule whose suffix the word has: the order of the table decides, and no later rule is tried. */
function findRule(rules: ReadonlyMap<string, readonly Rule[]>, word: string): Rule | undefined {
  const candidates = rules.get(word.charAt(word.length - 1))
  if (candidates === undefined) return undefined
  for (const rule of candidates) if (word.endsWith(rule[0])) return rule
  return undefined
}

function byLastLetter(rules: readonly (readonly string[])[]): ReadonlyMap<string, readonly Rule[]> {
  const tables = new Map<string, Rule[]>()
  for (const [suffix = '', replacement = ''] of rules) {
    const last = suffix.slice(-1)
    tables.set(last, [...(tables.get(last) ?? []), [suffix, replacement]])
  }
  return tables
}

/** How often a vowel is followed by a consonant in the first `length` letters: Porter's m. */
function countMeasure(word: string, length: number): number {
  let count = 0
  let wasConsonant = true
  for (let index = 0; index < length; index += 1) {
    const consonant = isConsonantAfter(word.charCodeAt(index), index === 0 ? null : wasConsonant)
    if (consonant && !wasConsonant) count += 1
    wasConsonant = consonant
  }
  return count
}

function containsVowel(word: string, length: number): boolean {
  let wasConsonant: boolean | null = null
  for (let index = 0; index < length; index += 1) {
    wasConsonant = isConsonantAfter(word.charCodeAt(index), wasConsonant)
    if (!wasConsonant) return true
  }
  return false
}

function isConsonant(word: string, at: number): boolean {
  let first = at
  while (first > 0 && word.charCodeAt(first) === LETTER_Y) first -= 1
  let consonant = isConsonantAfter(word.charCodeAt(first), null)
  for (let index = first + 1; index <= at; index += 1) consonant = !consonant
  return consonant
}

const LETTER_Y = 0x79

/** A y is a consonant at the start and after a vowel; whatever is no vowel is a consonant. */
function isConsonantAfter(code: number, afterConsonant: boolean | null): boolean {
  if (code === 0x61 || code === 0x65 || code === 0x69 || code === 0x6f || code === 0x75) return false
  return code !== LETTER_Y || afterConsonant === null || !afterConsonant
}

/** Consonant, vowel, consonant other than w, x, y; by NLTK's extension also a vowel and a consonant alone. */
function endsInShortSyllable(word: string, length: number): boolean {
  if (length === 2) return !isConsonant(word, 0) && isConsonant(word, 1)
  if (length < 3) return false
  const last = word.charAt(length - 1)
  return (
    isConsonant(word, length - 3) &&
    !isConsonant(word, length - 2) &&
    isConsonant(word, length - 1) &&
    last !== 'w' &&
    last !== 'x' &&
    last !== 'y'
  )
}
