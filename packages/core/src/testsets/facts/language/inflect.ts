const invariant = new Set([
  'series',
  'species',
  'basis',
  'news',
  'access',
  'status',
  'process',
  'address',
  'bus',
  'bonus',
  'analysis',
  'axis',
  'alias',
  'canvas',
  'kubernetes',
  'dns',
  'tls',
  'https',
  'aws',
  'os',
  'ios',
  'macos',
])
const irregularPlurals = new Map([
  ['people', 'person'],
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['criteria', 'criterion'],
  ['indices', 'index'],
  ['vertices', 'vertex'],
  ['aliases', 'alias'],
  ['statuses', 'status'],
  ['addresses', 'address'],
  ['processes', 'process'],
  ['policies', 'policy'],
  ['analyses', 'analysis'],
])
const massNouns = new Set([
  'data',
  'software',
  'hardware',
  'memory',
  'information',
  'traffic',
  'storage',
  'equipment',
  'leave',
  'space',
  'disk',
  'bandwidth',
  'vacation',
])

export const isMassNoun = (word: string): boolean => massNouns.has(word.toLowerCase())

/** Whether a noun is a plural form. */
export function isPlural(word: string): boolean {
  const lower = word.toLowerCase()
  if (irregularPlurals.has(lower)) return true
  return /[a-z]s$/.test(lower) && !/(?:ss|us|is)$/.test(lower) && !invariant.has(lower)
}

/** The singular of a noun; a singular stays as it is. */
export function singular(word: string): string {
  const lower = word.toLowerCase()
  const irregular = irregularPlurals.get(lower)
  if (irregular !== undefined) return irregular
  if (!isPlural(word)) return word
  if (/[^aeiou]ies$/i.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:x|z|ch|sh|ss)es$/i.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

export const headNoun = (phrase: string): string => {
  const beforeComplement =
    phrase.split(/ (?:of|for|in|on|at|to|with|from|by|per|that|which|who) /)[0] ?? phrase
  return beforeComplement.trim().split(/\s+/).at(-1) ?? phrase
}

/** The phrase with its head noun in the singular: "error codes" → "error code". */
export function singularPhrase(phrase: string): string {
  const head = headNoun(phrase)
  const index = phrase.indexOf(head)
  return index < 0 ? phrase : phrase.slice(0, index) + singular(head) + phrase.slice(index + head.length)
}

export const isPluralPhrase = (phrase: string): boolean =>
  / and /.test(phrase.split(/ (?:of|for|in) /)[0] ?? '') || isPlural(headNoun(phrase))

/** Stems for comparing words, crude on purpose: plural and the commonest endings off. */
export function stem(word: string): string {
  const lower = singular(word.toLowerCase())
  if (lower.length <= 4) return lower
  return lower.replace(/(?:ing|ed|ation|ions?|ly|ment|er|or)$/, '').replace(/e$/, '')
}
