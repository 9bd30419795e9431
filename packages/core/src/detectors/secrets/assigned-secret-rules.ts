import { readAssignedValue, type AssignedValue } from './read-assigned-value.ts'
import { harmlessEnds, harmlessStarts, passwordNames, tokenNames } from './secret-names.data.ts'
import type { SecretRule } from './secret-rule.ts'
import { countKinds, isCodeWords, isPassword, isRandom } from './secret-values.ts'
import { endsWord, startsWord } from './word-edges.ts'

/** Values of which only the name says that they are secret: `password = "…"`, `API_KEY: …`. */
export const createAssignedSecretRules = (): readonly SecretRule[] => [
  createAssignedRule('password', passwordNames, isAssignedPassword),
  createAssignedRule('secret', tokenNames, isAssignedToken),
]

type Decide = (assigned: AssignedValue, name: string, before: string) => boolean

function createAssignedRule(label: string, names: readonly string[], decide: Decide): SecretRule {
  return {
    label,
    keywords: names.flatMap(spellName),
    findAt: (text, at, name) => {
      const from = at + name.length
      if (!isOwnName(text, at, from) || isInList(text, at, from)) return null
      const assigned = readAssignedValue(text, from)
      const before = readNameBefore(text, at)
      if (!assigned || isHarmless(before, assigned.nameEnd) || !decide(assigned, name, before)) return null
      return { start: assigned.start, end: assigned.end, score: 0.7 }
    },
  }
}

/** `api key` is also `api_key`, `api-key`, `api.key` and `apikey`. */
const spellName = (name: string): readonly string[] =>
  name.includes(' ') ? [' ', '_', '-', '.', ''].map((separator) => name.replaceAll(' ', separator)) : [name]

/**
 * Longer names may end a word: `PGPASSWORD`. None may start a longer one (`tokenizer`, `secretary`); short ones stand in
 * base 64 by chance.
 */
function isOwnName(text: string, start: number, end: number): boolean {
  if (!endsWord(text, end)) return false
  if (end - start >= 5) return true
  return startsWord(text, start) && !/[\d/+]/.test(text.charAt(start - 1)) && !/\d/.test(text.charAt(end))
}

/** `arn:…:secret:name`: a part of an address. */
const isInList = (text: string, start: number, end: number): boolean =>
  text.charAt(start - 1) === ':' && text.charAt(end) === ':'

/** The part of the name that stands right before, `page` of `nextPageToken`. */
const readNameBefore = (text: string, at: number): string =>
  /([A-Z]?[a-z\d]+|[A-Z\d]+)[_. -]?$/.exec(text.slice(Math.max(0, at - 24), at))?.[1] ?? ''

const isHarmless = (before: string, nameEnd: string): boolean =>
  startsSet.has(before.toLowerCase()) ||
  nameEnd.split(/[_.-]|(?<=[a-z])(?=[A-Z])/).some((part) => endsSet.has(part.toLowerCase()))
const startsSet = new Set(harmlessStarts)
const endsSet = new Set(harmlessEnds)

function isAssignedPassword({ value, isQuoted, isWeak }: AssignedValue): boolean {
  if (isWeak && !isQuoted && (countKinds(value) < 3 || value.length < 8)) return false
  return isPassword(value)
}

function isAssignedToken({ value, isWeak }: AssignedValue, name: string, before: string): boolean {
  const isHexadecimal = /^[a-f\d-]+$/i.test(value)
  if (isWeak) return value.length >= 16 && isRandom(value) && (isHexadecimal || countKinds(value) >= 3)
  if (isRandom(value))
    return !vagueNames.has(name) || (value.length >= 20 && (before !== '' || !isHexadecimal))
  return (
    !vagueNames.has(name) &&
    value.length >= 8 &&
    countKinds(value) >= 3 &&
    isPassword(value) &&
    !isCodeWords(value)
  )
}

/** Names that as often stand for something else. */
const vagueNames = new Set(['key', 'auth', 'salt', 'api', 'access'])
