import type { ClaimKey } from '@assay/contracts'
import { bindSlot, type Candidate, type Finding } from './bind-slot.ts'
import type { ReadAnswer } from './read-answer.ts'
import { readDates, type ReadDate } from './read-dates.ts'
import { readQuantities, type Quantity } from './read-quantities.ts'
import { readWords, stemWord } from './read-words.ts'
import type { Slot } from './slot.ts'
import { stopWords } from './stop-words.data.ts'
import { findUnit } from './units.data.ts'

/** Numbers: exact after conversion; a range, a rounding that is not marked and another currency do not agree (methods §2.3). */
export function matchNumber(key: ClaimKey, answer: ReadAnswer, slot: Slot): Finding | null {
  const keys = [withKeyUnit(key.value, key.unit), ...key.aliases].flatMap((form) =>
    readQuantities(form).slice(0, 1),
  )
  const [main] = keys
  if (main === undefined) return null
  const wrong = key.knownWrong.flatMap((form) => readQuantities(withKeyUnit(form, key.unit)).slice(0, 1))
  const asked = readQuantities(slot.known)
  const keyIsYear = readDates(key.value).length > 0
  const dates = readDates(answer.text)
  const candidates = readQuantities(answer.text)
    .filter(
      (quantity) =>
        (keyIsYear || !isDate(quantity, dates, answer.text)) && !isPronoun(quantity, main, answer),
    )
    .flatMap((quantity) => toCandidate(quantity, { keys, wrong, asked, slot, text: answer.text }))
  if (candidates.length === 0 && needsArithmetic.test(answer.text))
    return { status: 'unclear', reason: 'states the value by way of another one' }
  return bindSlot(candidates, answer, slot)
}

const needsArithmetic =
  /\b(?:twice|double|triple|half|same (?:as|number|amount|value)|as many as|as much as|dozens?|the year (?:after|before))\b/iu

const withKeyUnit = (value: string, unit: string | undefined): string => {
  const [quantity] = readQuantities(value)
  if (
    unit === undefined ||
    quantity === undefined ||
    quantity.dimension !== 'count' ||
    quantity.noun !== null
  )
    return value
  return `${value.trim()} ${unit}`
}

interface Comparison {
  readonly keys: readonly Quantity[]
  readonly wrong: readonly Quantity[]
  readonly asked: readonly Quantity[]
  readonly slot: Slot
  readonly text: string
}

function toCandidate(quantity: Quantity, comparison: Comparison): readonly Candidate[] {
  const { keys, wrong, asked, slot, text } = comparison
  const isBare = quantity.dimension === 'count' && keys[0]?.dimension !== 'count'
  if (isBare && asked.some((other) => isSameQuantity(other, quantity))) return []
  const verdicts = keys.map((key) => compareQuantities(key, quantity, slot.question, text))
  const agrees = verdicts.find((one) => one === 'yes') ?? verdicts.find((one) => one !== null) ?? null
  if (agrees === null) return []
  if (
    agrees !== 'yes' &&
    asked.some((other) => isSameQuantity(other, quantity)) &&
    !wrong.some((other) => isSameQuantity(other, quantity))
  )
    return []
  const unclear = verdicts.find((one) => one?.startsWith('unclear') === true)
  return [
    {
      start: quantity.start,
      end: quantity.end,
      agrees: agrees === 'yes' ? 'yes' : unclear === undefined ? 'no' : 'unclear',
      knownWrong: wrong.some((other) => isSameQuantity(other, quantity)),
      why: unclear?.slice('unclear: '.length),
    },
  ]
}

type Verdict = 'yes' | 'no' | `unclear: ${string}` | null

/** `null`: not a value of the key's kind. */
function compareQuantities(key: Quantity, other: Quantity, question: string, text: string): Verdict {
  if (key.dimension === other.dimension) return compareSameDimension(key, other, text, question)
  if (baseOf(key) === baseOf(other)) return comparePeriods(key, other, question)
  if (isMoney(key) && isMoney(other)) return 'no'
  if (other.dimension === 'count') return compareWithoutUnit(key, other, question)
  if (key.dimension === 'count') return key.value === written(other) ? 'unclear: gives another unit' : null
  const spans = ['time', 'months']
  return spans.includes(key.dimension) && spans.includes(other.dimension)
    ? 'unclear: gives months or years where days are asked, or the reverse'
    : null
}

function compareSameDimension(key: Quantity, other: Quantity, text: string, question: string): Verdict {
  if (isChange(key, other, text)) return 'unclear: tells a change from one value to another'
  if (!isSameQuantity(key, other)) return isRounding(key, other) ? 'yes' : 'no'
  if (isOpposite(key, other)) return 'no'
  if (key.bound === 'exact' && isBound(other) && !limitWords.test(question))
    return 'unclear: names a bound where a value is asked'
  if (key.dimension === 'count' && hasOtherNoun(key, other, question, text))
    return 'unclear: counts something else'
  return 'yes'
}

/** "rose from 5 to 10" looks like a range and is none. */
const isChange = (key: Quantity, other: Quantity, text: string): boolean =>
  key.high === null &&
  other.high !== null &&
  (isClose(other.value, key.value) || isClose(other.high, key.value)) &&
  /\bfrom\s*$/iu.test(text.slice(Math.max(0, other.start - 6), other.start))

const limitWords =
  /\b(?:max\w*|min\w*|limit\w*|up to|at most|at least|most|least|longest|highest|lowest|largest|smallest|can|allowed|needed|required)\b/iu
const isBound = (quantity: Quantity): boolean => quantity.bound === 'at-least' || quantity.bound === 'at-most'
const isOpposite = (key: Quantity, other: Quantity): boolean =>
  isBound(key) && isBound(other) && key.bound !== other.bound

/** The same value of one dimension; a range only equals a range. */
export const isSameQuantity = (key: Quantity, other: Quantity): boolean =>
  isClose(key.value, other.value) &&
  baseOf(key) === baseOf(other) &&
  (key.high === null ? other.high === null : other.high !== null && isClose(key.high, other.high))

/** Equal but for the noise of binary fractions. */
const isClose = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b))

/** "about 294,000" for 294,123: marked, at least two digits, and what the key rounds to. */
function isRounding(key: Quantity, other: Quantity): boolean {
  if (other.bound !== 'about' || other.high !== null || key.high !== null) return false
  const digits = other.significantDigits
  const reading = written(key) * (key.factor / other.factor)
  return (
    digits >= 2 &&
    digits <= key.significantDigits &&
    isClose(Number(reading.toPrecision(digits)), written(other))
  )
}

const written = (quantity: Quantity): number => quantity.value / quantity.factor
const baseOf = (quantity: Quantity): string => quantity.dimension.split(' per ')[0] ?? ''
const isMoney = (quantity: Quantity): boolean => quantity.dimension.startsWith('money:')

function hasOtherNoun(key: Quantity, other: Quantity, question: string, text: string): boolean {
  if (key.noun === null || other.noun === null) return false
  const stem = (noun: string): string => stemWord(noun.toLowerCase())
  if (stem(key.noun) === stem(other.noun)) return false
  const near = readWords(`${question} ${text.slice(other.end, other.end + 60)}`).map((word) =>
    stemWord(word.norm),
  )
  return !near.includes(stem(key.noun)) && !near.includes(stem(other.noun))
}

function comparePeriods(key: Quantity, other: Quantity, question: string): Verdict {
  const period = key.dimension.split(' per ')[1] ?? other.dimension.split(' per ')[1] ?? ''
  const bothPeriods = key.dimension.includes(' per ') && other.dimension.includes(' per ')
  if (bothPeriods) return 'unclear: gives another period'
  if (!isSameQuantity(key, other)) return 'no'
  return new RegExp(`\\b(?:per|a|an|each|every)\\s+${period}|${period}ly`, 'iu').test(question)
    ? 'yes'
    : 'unclear: leaves out the period'
}

/** A bare number for a key with a unit: read in the unit that the question fixes, else not comparable. */
function compareWithoutUnit(key: Quantity, other: Quantity, question: string): Verdict {
  const units = readWords(question).map((word) => findUnit(word.text.length > 1 ? word.text : ''))
  const fixed = units.find((unit) => unit?.dimension === baseOf(key)) ?? null
  if (fixed !== null)
    return isClose(other.value * fixed.factor, key.value) ? 'yes' : other.noun === null ? 'no' : null
  if (other.value === written(key)) return 'unclear: leaves out the unit'
  return null
}

/** "in 1915" beside a count is a year. */
function isDate(quantity: Quantity, dates: readonly ReadDate[], text: string): boolean {
  if (quantity.dimension !== 'count' && quantity.dimension !== 'ordinal') return false
  const date = dates.find((one) => one.start <= quantity.start && quantity.start < one.end)
  if (date === undefined || isPluralNoun(quantity.noun)) return false
  const before = text.slice(Math.max(0, date.start - 10), date.start)
  return (
    date.month !== null ||
    date.decade ||
    /\b(?:in|since|year|of|by|until|from|during|after|before)\s+$|\($/iu.test(before)
  )
}

const isPluralNoun = (noun: string | null): boolean =>
  noun !== null && /^\p{Ll}{2,}s$/u.test(noun) && !stopWords.has(noun)

/** "One" is a pronoun unless one is asked for, or the answer is nothing else. */
function isPronoun(quantity: Quantity, key: Quantity, answer: ReadAnswer): boolean {
  const word = answer.text.slice(quantity.start, quantity.end)
  return /^(?:one|first|second)$/iu.test(word) && key.value !== quantity.value && answer.words.length > 2
}
