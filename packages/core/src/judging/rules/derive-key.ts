import type { ClaimKey } from '@assay/contracts'
import { readProperNames } from './proper-names.ts'
import { readDates } from './read-dates.ts'
import { readQuantities } from './read-quantities.ts'
import { contentStems, readWords } from './read-words.ts'
import { splitItems } from './match-list.ts'
import { codeNames } from './slot.ts'
import { stopWords } from './stop-words.data.ts'

/**
 * The typed key of a reference answer that came without one (imported test sets): the value that the question asks
 * for, when exactly one value of that type is there; else free text, which is judged only almost word for word.
 */
export function deriveKey(referenceAnswer: string, question: string): ClaimKey {
  const value = referenceAnswer.trim().replace(/^["'“”‘’]+|["'“”‘’]*[.!]*["'“”‘’]*$/gu, '')
  return (
    fromBoolean(value) ??
    fromVersion(value) ??
    fromDate(value, question) ??
    fromNumber(value, question) ??
    fromIdentifier(value) ??
    fromList(value, question) ??
    fromName(value, question) ??
    keyOf('text', value)
  )
}

const keyOf = (kind: ClaimKey['kind'], value: string, extra: Partial<ClaimKey> = {}): ClaimKey => ({
  kind,
  value,
  aliases: [],
  knownWrong: [],
  ...extra,
})

const fromBoolean = (value: string): ClaimKey | null => {
  const word = /^(yes|no|true|false)(?=$|[,.;])/iu.exec(value)?.[1]
  if (word !== undefined) return keyOf('boolean', /^(?:yes|true)$/iu.test(word) ? 'yes' : 'no')
  return /^(?:enabled|disabled|required|optional|mandatory)$/iu.test(value) ? keyOf('boolean', value) : null
}

const fromVersion = (value: string): ClaimKey | null =>
  /^(?:v\d+(?:\.\d+)*|(?:version )\d+(?:\.\d+)*|\d+\.\d+\.\d+)(?:-[\w.]+)?$/iu.test(value)
    ? keyOf('version', value)
    : null

const asksWhen =
  /\b(?:when|what (?:\w+ )?(?:year|date|day|month)s?|which (?:year|date|day|month)|in what year|how long ago)\b/iu

function fromDate(value: string, question: string): ClaimKey | null {
  const dates = readDates(value)
  const [date] = dates
  if (dates.length !== 1 || date === undefined) return null
  const rest = contentStems(value.slice(0, date.start) + value.slice(date.end))
  const isOnly = rest.length === 0 && !/\b(?:before|after|since|until|by)\b/iu.test(value)
  if (isOnly && (date.month !== null || asksWhen.test(question))) return keyOf('date', value)
  const inSentence =
    asksWhen.test(question) && isSentence(value) && !echoes(question, value.slice(date.start, date.end))
  return inSentence ? keyOf('date', value.slice(date.start, date.end)) : null
}

const asksNumber =
  /\bhow (?:many|much|long|often|far|large|big|high|tall|old|deep|fast|heavy|wide|hot)\b|\bwhat (?:\w+ )?(?:percent|percentage|number|amount|size|price|cost|length|population|temperature|port|limit|speed|fraction|rate)\b/iu

function fromNumber(value: string, question: string): ClaimKey | null {
  const quantities = readQuantities(value)
  const [quantity] = quantities
  if (quantities.length !== 1 || quantity === undefined) return null
  const rest = contentStems(value.slice(0, quantity.start) + value.slice(quantity.end)).filter(
    (stem) => !fillers.has(stem),
  )
  if (
    rest.length <= 1 &&
    readWords(value).length <= 6 &&
    !codeNames(value).includes(value) &&
    isCountable(value, quantity.dimension, question)
  )
    return keyOf('number', value)
  const inSentence =
    asksNumber.test(question) &&
    isSentence(value) &&
    !echoes(question, value.slice(quantity.start, quantity.end))
  return inSentence ? keyOf('number', value.slice(quantity.start, quantity.end).trim()) : null
}

const fillers: ReadonlySet<string> = new Set(
  contentStems(
    'about around approximately nearly almost roughly over up least most more less than early late mid centuries century',
  ),
)

/** "Apollo 13", "Super Bowl 50" and "4K" are names; a written ordinal or unit is a number anywhere. */
const isCountable = (value: string, dimension: string, question: string): boolean =>
  dimension !== 'count'
    ? !/\p{Lu}\p{Ll}+/u.test(value) || asksNumber.test(question)
    : /^[^\p{L}]*\d|^(?:over|about|around|up to|nearly|some|approximately|at least|more than|less than|almost)\b/iu.test(
        value,
      ) ||
      asksNumber.test(question) ||
      readWords(value).length === 1

const fromIdentifier = (value: string): ClaimKey | null => {
  const name = value.replaceAll('`', '')
  const isCode =
    !/\s/u.test(name) &&
    /[a-z]/iu.test(name) &&
    (codeNames(name)[0] === name || /^`.+`$/u.test(value) || /[_/]/u.test(name))
  return isCode && !/^\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)+$/u.test(name) ? keyOf('identifier', name) : null
}

const asksList =
  /\b(?:two|three|four|five|six|both|what are|which are|who are|who were|what were|list|name the|names of)\b/iu

function fromList(value: string, question: string): ClaimKey | null {
  const items = splitItems(value)
  const short = items.every((item) => readWords(item).length <= 4)
  const isList =
    items.length >= 3 || (items.length === 2 && /\s(?:and|&)\s/u.test(value) && asksList.test(question))
  return isList && short && readWords(value).length <= 24 ? keyOf('list', value, { items: [...items] }) : null
}

const asksName =
  /\b(?:who|whom|whose|where|which|what (?:\w+ ){0,2}(?:name|person|country|city|company|player|team|language|river|state|president|king))\b/iu

function fromName(value: string, question: string): ClaimKey | null {
  const kind = /\bwhere\b|\b(?:city|country|state|place|town|continent)\b/iu.test(question) ? 'place' : 'name'
  const words = readWords(value)
  const capital = words.filter((word) => !stopWords.has(word.norm) && !nameConnectors.has(word.norm))
  const isName =
    capital.length > 0 && capital.length <= 6 && capital.every((word) => /^[\p{Lu}\p{N}]/u.test(word.text))
  if (isName && /\p{Lu}/u.test(value)) return keyOf(kind, value)
  if (!asksName.test(question) || !isSentence(value)) return null
  const named = readProperNames(value)
    .map((run) => value.slice(run[0]?.start ?? 0, run.at(-1)?.end ?? 0))
    .filter((name) => !echoes(question, name))
  return named.length === 1 && named[0] !== undefined ? keyOf(kind, named[0]) : null
}

const nameConnectors: ReadonlySet<string> = new Set(['de', 'la', 'von', 'van', 'der', 'du'])

/** Long enough to restate the question, short enough to say one thing. */
const isSentence = (value: string): boolean => {
  const { length } = readWords(value)
  return length >= 4 && length <= 30
}

const echoes = (question: string, part: string): boolean => {
  const asked = new Set(readWords(question).map((word) => word.norm))
  return readWords(part).every((word) => asked.has(word.norm))
}
