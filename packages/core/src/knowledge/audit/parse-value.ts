/** A value that two statements can be compared by: only values of one `dimension` are. */
export interface ComparableValue {
  /** `time`, `bytes`, `percent`, a currency, a counted unit such as `day` or `user`, `number`, `switch` or `word`. */
  readonly dimension: string
  /** In the dimension's base unit (milliseconds, bytes), so that 72000 ms is 72 s. */
  readonly canonical: string
}

/** Factor to the base unit. Months and years are counted, not converted: their lengths differ. */
const units: Readonly<Record<string, readonly [dimension: string, factor: number]>> = {
  ms: ['time', 1],
  millisecond: ['time', 1],
  s: ['time', 1000],
  sec: ['time', 1000],
  second: ['time', 1000],
  min: ['time', 60_000],
  minute: ['time', 60_000],
  h: ['time', 3_600_000],
  hour: ['time', 3_600_000],
  day: ['day', 1],
  week: ['day', 7],
  month: ['month', 1],
  year: ['month', 12],
  byte: ['bytes', 1],
  kb: ['bytes', 1e3],
  mb: ['bytes', 1e6],
  gb: ['bytes', 1e9],
  tb: ['bytes', 1e12],
  kib: ['bytes', 1024],
  mib: ['bytes', 1024 ** 2],
  gib: ['bytes', 1024 ** 3],
  '%': ['percent', 1],
  percent: ['percent', 1],
  $: ['USD', 1],
  usd: ['USD', 1],
  dollar: ['USD', 1],
  '€': ['EUR', 1],
  eur: ['EUR', 1],
  euro: ['EUR', 1],
  '£': ['GBP', 1],
  gbp: ['GBP', 1],
}

const numberPattern = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const measurePattern = new RegExp(
  String.raw`(?<![\w.,/-])([$€£])?\s?(${numberPattern})(?![\w.]*\d|[-/]\d)\s?-?(%|[a-z]+)?`,
  'i',
)
const numberWords = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

export interface Measure {
  readonly value: ComparableValue
  readonly start: number
  readonly end: number
  /** Whether a unit or a plural noun follows: "404 handler" counts nothing. */
  readonly counted: boolean
}

/** A number with its unit anywhere in `text`, the first one; where it stands, so that the rest can be read without it. */
export function findMeasure(text: string): Measure | null {
  const match = measurePattern.exec(text)
  if (match === null) return null
  const [whole, sign, digits = '', word = ''] = match
  const start = match.index
  const amount = Number(digits.replaceAll(',', ''))
  const unit = units[sign ?? ''] ?? units[unitName(word)]
  if (unit !== undefined) {
    return {
      value: { dimension: unit[0], canonical: String(amount * unit[1]) },
      start,
      end: start + whole.length,
      counted: true,
    }
  }
  const bare = {
    value: { dimension: word === '' ? 'number' : unitName(word), canonical: String(amount) },
    start,
  }
  return { ...bare, end: start + whole.length - word.length, counted: /[a-z]{2}s$/i.test(word) }
}

/** MB and Mb differ, but documents mix their case; counted things lose their plural. */
const unitName = (word: string): string => word.toLowerCase().replace(/(?<=[a-z]{2})s$/, '')

/** The value that a label, a cell or "is" introduces: a switch, a measure, a code or one or two words; else `null`. */
export function parseLeadingValue(text: string): ComparableValue | null {
  const head = withNumberWord(text.trim().replace(/^[`"'“]+/, ''))
  const toggle =
    /^(true|false|enabled|disabled|on|off|yes|no|required|optional|none|null|undefined)\b(?!\s+\w)/i.exec(
      head,
    )
  if (toggle !== null) return { dimension: 'switch', canonical: (toggle[1] ?? '').toLowerCase() }
  if (/^(?:up to|at least|at most|about|between|from|under|over|[<>≤≥~])/i.test(head)) return null
  const date = /^\d{4}-\d{2}(?:-\d{2})?\b/.exec(head)
  if (date !== null) return { dimension: 'date', canonical: date[0] }
  const measure = findMeasure(head)
  const isOne = measure !== null && !/^\s*(?:,|to|-|–|or|and)\s*\d/.test(head.slice(measure.end))
  if (measure !== null && measure.start === 0) return isOne ? measure.value : null
  const code = /^([\w./:@-]{2,40})[`"'”]?\s*(?:\(.*\))?[.;,]?$/.exec(head)
  return code === null
    ? null
    : { dimension: 'word', canonical: (code[1] ?? '').toLowerCase().replace(/\.$/, '') }
}

function withNumberWord(text: string): string {
  const [word = ''] = text.split(' ', 1)
  const number = numberWords.indexOf(word.toLowerCase())
  return number === -1 ? text : text.replace(word, String(number))
}
