import { readDates } from '../../judging/rules/read-dates.ts'
import { readNumbers } from '../../judging/rules/read-numbers.ts'

export type ComparedAs = 'number' | 'date' | 'text'

export interface Comparable {
  readonly as: ComparedAs
  /** Of a date: milliseconds since 1970, UTC. */
  readonly value: number | string
}

/** A value read as what it is compared as; `null`: it cannot be read without guessing. */
export function readComparable(value: unknown, as: ComparedAs): Comparable | null {
  if (as === 'text') return readText(value)
  const read = as === 'number' ? readOneNumber(value) : readOneDate(value)
  return read === null ? null : { as, value: read }
}

const readText = (value: unknown): Comparable | null =>
  value === null || value === undefined
    ? null
    : { as: 'text', value: typeof value === 'string' ? value : (JSON.stringify(value) ?? '') }

const plainNumber = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i
/** "1.234,5": with both separators the last is the decimal one. */
const europeanNumber = /^\s*[-+]?\d{1,3}(?:\.\d{3})+,\d+\s*$/

/** The only number of a text: "1,234.5", "72 %", "the limit is 30 s". Several are ambiguous. */
function readOneNumber(value: unknown): number | null {
  if (typeof value !== 'string') return typeof value === 'number' && Number.isFinite(value) ? value : null
  if (plainNumber.test(value)) return finite(Number(value))
  if (europeanNumber.test(value)) return finite(Number(value.replaceAll('.', '').replace(',', '.')))
  const [only, ...others] = readNumbers(value)
  return only === undefined || others.length > 0 ? null : finite(only.value)
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

/**
 * The only date of a text, in ISO 8601 or with the month in words. "3/4/2024" may be two dates and is none; a time
 * without its zone is none, and neither is 30 February.
 */
function readOneDate(value: unknown): number | null {
  if (typeof value !== 'string') return null
  const text = value.trim()
  const isTime = isoTime.test(text)
  if (!isTime && /\d:\d\d/.test(text)) return null
  const [only, ...others] = readDates(isTime ? text.slice(0, 'yyyy-mm-dd'.length) : text)
  if (only === undefined || others.length > 0) return null
  const day = toDay(only)
  return day === null || !isTime ? day : finite(Date.parse(text))
}

interface WrittenDate {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
}

function toDay({ year, month, day }: WrittenDate): number | null {
  if (year === null || month === null || day === null) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 ? date.getTime() : null
}

/**
 * What two texts are compared as when nobody says. As numbers or dates only where that is all they hold, and both with
 * the same unit or sign: "3 cats" and "3 dogs" are texts.
 */
export function kindOfTexts(left: string, right: string): ComparedAs {
  const [a, b] = [unitAround(left), unitAround(right)]
  if (a !== null && a === b) return 'number'
  return isWholeDate(left) && isWholeDate(right) ? 'date' : 'text'
}

/** What stands around a text's number: a sign before it, a unit after it. `null`: it does not begin with one number. */
function unitAround(text: string): string | null {
  const trimmed = text.trim()
  if (plainNumber.test(trimmed) || europeanNumber.test(trimmed)) return ''
  const [only, ...others] = readNumbers(trimmed)
  if (only === undefined || others.length > 0) return null
  const before = trimmed.slice(0, only.start)
  return /^[+]?\p{Sc}?\s*$/u.test(before) ? `${before.trim()} ${trimmed.slice(only.end).trim()}`.trim() : null
}

function isWholeDate(text: string): boolean {
  const trimmed = text.trim()
  const [only] = readDates(trimmed)
  const isWhole = isoTime.test(trimmed) || (only?.start === 0 && only.end === trimmed.length)
  return isWhole && readOneDate(trimmed) !== null
}
