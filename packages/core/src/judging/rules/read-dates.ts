import { createTakenPlaces } from './taken-places.ts'

/** A date as exact as it was written. */
export interface ReadDate {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
  /** "1960s", "mid-1990s": the year is the decade's first. */
  readonly decade: boolean
  readonly start: number
  readonly end: number
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month = String.raw`(?<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)`
const day = String.raw`(?<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?`
const year = String.raw`(?<year>[12]\d{3})`

const patterns: readonly RegExp[] = [
  String.raw`\b(?<year>[12]\d{3})-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\d|3[01])\b`,
  String.raw`\b${day}\s+(?:of\s+)?${month}(?:,?\s+(?:of\s+)?${year})?\b`,
  String.raw`\b${month}\s+${day}(?!\d)(?:,?\s+${year})?\b`,
  String.raw`\b${month},?\s+(?:of\s+)?${year}\b`,
  String.raw`(?<![\p{L}\p{N}.,$€£#-])${year}(?<decade>['’]?s)?(?![\p{L}\p{N}%]|[.,]\d|-\d)`,
].map((source) => new RegExp(source, 'giu'))

/** Dates in order, the longest reading of each place. */
export function readDates(text: string): readonly ReadDate[] {
  if (!/\d/u.test(text)) return []
  const dates: ReadDate[] = []
  const places = createTakenPlaces()
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const date = fromMatch(match)
      if (!places.isFree(date)) continue
      places.take(date)
      dates.push(date)
    }
  return dates.toSorted((a, b) => a.start - b.start)
}

function fromMatch(match: RegExpExecArray): ReadDate {
  const groups = match.groups ?? {}
  const name = groups['month']
  return {
    year: toNumber(groups['year']),
    month: name === undefined ? null : readMonth(name),
    day: toNumber(groups['day']),
    decade: groups['decade'] !== undefined,
    start: match.index,
    end: match.index + match[0].length,
  }
}

const toNumber = (text: string | undefined): number | null => (text === undefined ? null : Number(text))

const readMonth = (text: string): number =>
  /^\d/.test(text) ? Number(text) : monthNames.indexOf(text.slice(0, 3).toLowerCase()) + 1

export type Granularity = 'year' | 'month' | 'day'

/** `unclear`: not written as exactly as asked, or a part is missing on one side. */
export function compareDates(
  key: ReadDate,
  other: ReadDate,
  granularity: Granularity,
): 'same' | 'different' | 'unclear' {
  if (key.decade !== other.decade) return decadeMeetsYear(key, other)
  const parts =
    granularity === 'year'
      ? (['year'] as const)
      : granularity === 'month'
        ? (['year', 'month'] as const)
        : (['year', 'month', 'day'] as const)
  const known = parts.filter((part) => key[part] !== null && other[part] !== null)
  if (known.some((part) => key[part] !== other[part])) return 'different'
  const owed = parts.filter((part) => key[part] !== null)
  return owed.length > 0 && owed.every((part) => other[part] !== null) ? 'same' : 'unclear'
}

function decadeMeetsYear(key: ReadDate, other: ReadDate): 'different' | 'unclear' {
  const decade = (date: ReadDate): number | null => (date.year === null ? null : Math.floor(date.year / 10))
  return decade(key) === decade(other) ? 'unclear' : 'different'
}

/** How exactly a date is written. */
export const granularityOf = (date: ReadDate): Granularity =>
  date.day !== null ? 'day' : date.month !== null ? 'month' : 'year'
