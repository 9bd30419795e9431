import { exactProduct, readNumbers, type ReadNumber } from './read-numbers.ts'
import { findUnit, type UnitRow } from './units.data.ts'

export interface Quantity {
  /** In the base unit of its dimension. */
  readonly value: number
  /** Upper end, of a range. */
  readonly high: number | null
  /** `count`: a bare number or a number of things; `ordinal`: "third"; `unknown`: a unit we have no factor for. */
  readonly dimension: string
  /** What the written number was multiplied by. */
  readonly factor: number
  /** The noun after a bare number, as written: "teams". */
  readonly noun: string | null
  readonly bound: 'exact' | 'about' | 'at-least' | 'at-most'
  readonly significantDigits: number
  /** [start, end) in UTF-16 code units, unit included. */
  readonly start: number
  readonly end: number
}

/** Quantities in order of appearance; list numbers and citation marks left out. */
export function readQuantities(text: string): readonly Quantity[] {
  const single = readNumbers(text)
    .filter((number) => !isMark(text, number))
    .map((number) => withUnit(text, number))
  return joinRanges(text, single)
}

/** "1. ", "[2]", "(3)" at their places and parts of codes are not values. */
function isMark(text: string, number: ReadNumber): boolean {
  const before = text.slice(Math.max(0, number.start - 2), number.start)
  const after = text.slice(number.end, number.end + 2)
  if (before.endsWith('[') && /^\](?!\])/.test(after)) return true
  // "6d61726b" is a code, "5 m2" is none.
  if (/^\p{L}+(?!2(?![\p{L}\p{N}]))\p{N}/u.test(text.slice(number.end, number.end + 12))) return true
  return /(?:^|\n)\s*$/.test(text.slice(Math.max(0, number.start - 4), number.start)) && /^[.)] /.test(after)
}

const currencyBefore = /(?:US\$|[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|JPY|INR))\s?[-−]?$/u
const unitAfter = /^(?:[ \u00a0\u202f\u2009]|-)?(?:per ?cent(?!age)|[\p{L}µμ%％‰°℃℉²]+2?)/u
const perAfter =
  /^\s?(?:\/|per\b|an?\b|each\b|every\b)\s?(second|sec|s|minute|min|hour|hr|h|day|week|month|mo|year|yr|[a-z]+)\b/u

function withUnit(text: string, written: ReadNumber): Quantity {
  const currency = currencyBefore.exec(text.slice(Math.max(0, written.start - 5), written.start))?.[0]
  const number = currency === undefined ? written : scaleMoney(text, written)
  const rest = text.slice(number.end, number.end + 40)
  const after = readUnit(unitAfter.exec(rest)?.[0] ?? '', rest)
  const unit = currency === undefined ? after.unit : findUnit(currency.trim().replace(/[-−]$/u, '').trim())
  const length = after.unit === null ? 0 : after.length
  const end = number.end + length
  const per = unit === null || unit.dimension === 'percent' ? null : perAfter.exec(text.slice(end, end + 16))
  return {
    value: number.ordinal ? number.value : exactProduct(number.value, unit?.factor ?? 1),
    high: null,
    factor: number.ordinal ? 1 : (unit?.factor ?? 1),
    dimension: dimensionOf(number, unit, periodOf(per)),
    noun: unit === null ? (/^[\s-]*([\p{L}][\p{L}-]*)/u.exec(rest)?.[1] ?? null) : null,
    bound: readBound(text, number.start),
    significantDigits: number.significantDigits,
    start: number.start - (currency?.length ?? 0),
    end: per === null || periodOf(per) === '' ? end : end + per[0].length,
  }
}

/** "$5M" and "£30m" are millions; without a currency they are metres. */
function scaleMoney(text: string, number: ReadNumber): ReadNumber {
  const letter = /^[MmB](?![\p{L}\p{N}])/u.exec(text.slice(number.end, number.end + 2))?.[0]
  if (letter === undefined) return number
  return { ...number, value: exactProduct(number.value, letter === 'B' ? 1e9 : 1e6), end: number.end + 1 }
}

function readUnit(written: string, rest: string): { readonly unit: UnitRow | null; readonly length: number } {
  const name = written.replace(/^[\s-]/u, '')
  if (/^per ?cent$/.test(name)) return { unit: findUnit('%'), length: written.length }
  if (/^degrees?$/i.test(name)) {
    const scale = /^[\s-]?degrees?\s+(celsius|fahrenheit)/i.exec(rest)
    if (scale !== null) return { unit: findUnit(scale[1] ?? ''), length: scale[0].length }
  }
  const spaced = /^\s?°\s([CF])\b/u.exec(rest)
  if (spaced !== null) return { unit: findUnit(`°${spaced[1] ?? ''}`), length: spaced[0].length }
  return { unit: findUnit(name), length: written.length }
}

const dimensionOf = (number: ReadNumber, unit: UnitRow | null, period: string): string => {
  if (number.ordinal) return 'ordinal'
  return unit === null ? 'count' : unit.dimension + period
}

const periods: Readonly<Record<string, string>> = {
  s: 'second',
  sec: 'second',
  second: 'second',
  min: 'minute',
  minute: 'minute',
  h: 'hour',
  hr: 'hour',
  hour: 'hour',
  day: 'day',
  week: 'week',
  mo: 'month',
  month: 'month',
  yr: 'year',
  year: 'year',
}

const periodOf = (per: RegExpExecArray | null): string => {
  const period = periods[per?.[1] ?? '']
  return period === undefined ? '' : ` per ${period}`
}

const boundWords: readonly (readonly [Quantity['bound'], RegExp])[] = [
  [
    'at-least',
    /(?:\bat least|\bover|\bmore than|\babove|\bminimum of|\b(?:long|old|lat|larg|great|high|fast|bigg|strong)er than|\bno (?:less|fewer) than|\bnot less than|[>≥])\s*$/iu,
  ],
  [
    'at-most',
    /(?:\bat most|\bup to|\bunder|\bless than|\bfewer than|\bbelow|\bmaximum of|\b(?:short|young|earli|small|low|slow)er than|\bno more than|\bnot more than|[<≤])\s*$/iu,
  ],
  [
    'about',
    /(?:\babout|\baround|\bapproximately|\bapprox\.?|\broughly|\bnearly|\balmost|\bsome|\bcirca|\bca\.|~|≈)\s*$/iu,
  ],
]

function readBound(text: string, start: number): Quantity['bound'] {
  const before = text.slice(Math.max(0, start - 24), start).replace(/(?:US\$|[$€£¥₹]|\b(?:the|an?))\s*$/u, '')
  return boundWords.find(([, pattern]) => pattern.test(before))?.[0] ?? 'exact'
}

/** "5–10 s", "5 to 10", "between 5 and 10": one value with two ends, in the second one's unit. */
function joinRanges(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  const joined: Quantity[] = []
  for (const quantity of quantities) {
    const previous = joined.at(-1)
    if (previous !== undefined && isRange(text, previous, quantity))
      joined[joined.length - 1] = range(previous, quantity)
    else joined.push(quantity)
  }
  return joined
}

function isRange(text: string, low: Quantity, high: Quantity): boolean {
  const between = text.slice(low.end, high.start)
  if (low.high !== null || (low.dimension !== high.dimension && low.dimension !== 'count')) return false
  if (low.value * (low.dimension === high.dimension ? 1 : high.factor) >= high.value) return false
  if (/^\s?(?:[-–—]|to|through)\s?$/u.test(between)) return true
  return (
    /^\s?and\s?$/u.test(between) && /\bbetween\s*$/iu.test(text.slice(Math.max(0, low.start - 12), low.start))
  )
}

function range(low: Quantity, high: Quantity): Quantity {
  const factor = low.dimension === high.dimension ? 1 : high.factor
  return {
    ...high,
    value: exactProduct(low.value, factor),
    high: high.value,
    start: low.start,
    bound: low.bound,
  }
}
