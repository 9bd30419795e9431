import { readDates } from '../../judging/rules/read-dates.ts'
import { readNumbers } from '../../judging/rules/read-numbers.ts'

export type ComparedAs = 'number' | 'date' | 'text'

export type Comparable =
  | { readonly as: 'number'; readonly value: number }
  | { readonly as: 'date'; readonly value: number; readonly text: string }
  | { readonly as: 'text'; readonly value: string }

/** What two values are compared as: numbers, else dates, else text. `null`: it cannot be read without guessing. */
export function readComparable(value: unknown, as: ComparedAs): Comparable | null {
  if (as === 'number') {
    const number = typeof value === 'number' ? value : readOneNumber(value)
    return number === null || !Number.isFinite(number) ? null : { as, value: number }
  }
  if (as === 'date') return typeof value === 'string' ? readOneDate(value) : null
  if (value === null || value === undefined) return null
  return { as, value: typeof value === 'string' ? value : (JSON.stringify(value) ?? '') }
}

/** The only number of a text: "1,234.5", "72 %", "the limit is 30 s". Several are ambiguous. */
function readOneNumber(value: unknown): number | null {
  if (typeof value !== 'string') return null
  if (/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(value)) return Number(value)
  const numbers = readNumbers(value)
  return numbers.length === 1 ? (numbers[0]?.value ?? null) : null
}

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

/** A whole date in ISO 8601 or with the month in words; "3/4/2024" may be two dates and is none. */
function readOneDate(text: string): Comparable | null {
  if (isoTime.test(text.trim())) {
    const value = Date.parse(text.trim())
    return Number.isNaN(value) ? null : { as: 'date', value, text: text.trim() }
  }
  const [only, ...others] = readDates(text)
  if (only === undefined || others.length > 0) return null
  const { year, month, day } = only
  if (year === null || month === null || day === null) return null
  return { as: 'date', value: Date.UTC(year, month - 1, day), text: text.slice(only.start, only.end) }
}
