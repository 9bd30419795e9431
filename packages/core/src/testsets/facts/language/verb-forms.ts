import { irregularVerbs, pastOnlyVerbs, regularVerbs } from './verbs.data.ts'

interface VerbForm {
  readonly lemma: string
  readonly base: boolean
  readonly third: boolean
  readonly past: boolean
  readonly participle: boolean
}

/** What a lower-case word can be as a verb; `null` when the checked list does not know it. */
export function readVerb(word: string): VerbForm | null {
  return forms.get(word) ?? null
}

/** Third person singular of a lemma: carry → carries. */
export function thirdPerson(lemma: string): string {
  if (lemma === 'go') return 'goes'
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`
}

const doubling = new Set([
  'ban',
  'stop',
  'ship',
  'plan',
  'span',
  'submit',
  'permit',
  'expel',
  'wrap',
  'log',
  'skip',
  'transfer',
  'admit',
  'commit',
  'compel',
  'control',
  'emit',
  'equip',
  'occur',
  'omit',
  'prefer',
  'refer',
  'transmit',
])

function regularPast(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`
  return doubling.has(lemma) ? `${lemma}${lemma.at(-1)}ed` : `${lemma}ed`
}

const forms: ReadonlyMap<string, VerbForm> = buildForms()

function buildForms(): ReadonlyMap<string, VerbForm> {
  const map = new Map<string, VerbForm>()
  const add = (word: string, lemma: string, kind: 'base' | 'third' | 'past' | 'participle'): void => {
    const known = map.get(word)
    const start =
      known?.lemma === lemma ? known : { lemma, base: false, third: false, past: false, participle: false }
    // A word that belongs to two lemmas (found) keeps the first one: irregular verbs are added last and lose.
    if (known && known.lemma !== lemma) return
    map.set(word, { ...start, [kind]: true })
  }
  const addAll = (lemma: string, past: string, participle: string): void => {
    add(lemma, lemma, 'base')
    add(thirdPerson(lemma), lemma, 'third')
    add(past, lemma, 'past')
    add(participle, lemma, 'participle')
  }
  for (const lemma of regularVerbs) addAll(lemma, regularPast(lemma), regularPast(lemma))
  for (const lemma of pastOnlyVerbs) {
    add(regularPast(lemma), lemma, 'past')
    add(regularPast(lemma), lemma, 'participle')
  }
  for (const [lemma, past, participle] of irregularVerbs) addAll(lemma, past, participle)
  return map
}
