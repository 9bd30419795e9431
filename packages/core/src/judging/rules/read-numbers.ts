import { createTakenPlaces } from './taken-places.ts'

/** A bare number in a text, before its unit is looked at. */
export interface ReadNumber {
  readonly value: number
  /** Decimal places or number words make "about" checks possible: the digits the writer committed to. */
  readonly significantDigits: number
  readonly ordinal: boolean
  readonly start: number
  readonly end: number
}

const space = '[ \\u00a0\\u202f\\u2009]'
const digits = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.,/#]|\p{L}-)(?<sign>[-−](?=\d))?(?:(?<grouped>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:${space}\d{3}){2,}|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+|\d{1,3}(?:['’_]\d{3})+)|(?<plain>\d+(?:[.,]\d+)?|\.\d+))(?<fraction>[½¼¾⅓⅔]|${space}[½¼¾⅓⅔])?(?<exponent>e[+-]?\d+)?(?!\d|[.,]\d)(?<scale>(?:k|K|M|bn|B|m)(?![\p{L}\p{N}])|${space}*-?(?:hundred|thousand|million|billion|trillion|dozen|mn|bn)\b)?(?<ordinal>(?:st|nd|rd|th)\b)?`,
  'gu',
)
const fractions: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 }
const scales: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  K: 1e3,
  mn: 1e6,
  bn: 1e9,
}

/** Numbers in digits and in words, in order. Parts of identifiers and versions ("utf8", "1.2.3") are no numbers. */
export function readNumbers(text: string): readonly ReadNumber[] {
  const written = Array.from(text.matchAll(digits), (match) => fromDigits(match))
  const places = createTakenPlaces(written)
  const spelled = readNumberWords(text).filter(places.isFree)
  return [...written, ...spelled].toSorted((a, b) => a.start - b.start)
}

function fromDigits(match: RegExpExecArray): ReadNumber {
  const { sign, grouped, plain = '', fraction = '', exponent = '', scale = '', ordinal } = match.groups ?? {}
  const scaleName = scale.replace(/[\s-]/gu, '')
  const factor = scales[scaleName]
  const decimal = grouped === undefined ? plain.replace(',', '.') : ungroup(grouped)
  const base = Number(decimal + exponent) + (fractions[fraction.trim()] ?? 0)
  const length = match[0].length - (factor === undefined ? scale.length : 0)
  return {
    value: exactProduct((sign === undefined ? 1 : -1) * base, factor ?? 1),
    significantDigits: Math.max(1, decimal.replace(/^[0.]+|\./g, '').replace(/0+$/, '').length),
    ordinal: ordinal !== undefined,
    start: match.index,
    end: match.index + length,
  }
}

/** "1,048,576", "1.048.576,5", "1 048 576": the last different separator is the decimal one. */
function ungroup(grouped: string): string {
  const european = /^\d{1,3}(?:\.\d{3}){2,}/.test(grouped)
  return european ? grouped.replaceAll('.', '').replace(',', '.') : grouped.replace(/[^\d.]/gu, '')
}

/** Multiplies without the binary noise of "37.6 × 1e9". */
export const exactProduct = (value: number, factor: number): number =>
  Number((value * factor).toPrecision(14))

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'
const onesOrdinal =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
const tensOrdinal = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'

const cardinalValues: ReadonlyMap<string, number> = new Map([
  ...ones.split(' ').map((word, index) => [word, index] as const),
  ...tens.split(' ').map((word, index) => [word, (index + 2) * 10] as const),
])
const ordinalValues: ReadonlyMap<string, number> = new Map([
  ...onesOrdinal.split(' ').map((word, index) => [word, index] as const),
  ...tensOrdinal.split(' ').map((word, index) => [word, (index + 2) * 10] as const),
])

const anyNumberWord = [
  ...cardinalValues.keys(),
  ...ordinalValues.keys(),
  'hundred',
  'thousand',
  'million',
  'billion',
  'trillion',
].join('|')
const wordRun = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:(?:a\s+)(?=hundred|thousand|million|billion|dozen))?(?:${anyNumberWord}|dozen)(?:[\s-]+(?:and\s+)?(?:${anyNumberWord}|dozen))*(?![\p{L}\p{N}])`,
  'giu',
)

function readNumberWords(text: string): readonly ReadNumber[] {
  return Array.from(text.matchAll(wordRun)).flatMap((match) => {
    const words = match[0]
      .toLowerCase()
      .split(/[\s-]+/u)
      .filter((word) => word !== 'and' && word !== 'a')
    const value = sumWords(words)
    if (value === null) return []
    const last = words.at(-1) ?? ''
    const significantDigits = String(value).replace(/0+$/, '').length || 1
    return [
      {
        value,
        significantDigits,
        ordinal: ordinalValues.has(last),
        start: match.index,
        end: match.index + match[0].length,
      },
    ]
  })
}

/** "three hundred and eight" → 308; `null`: the words do not make one number ("one two"). */
function sumWords(words: readonly string[]): number | null {
  let total = 0
  let group = 0
  let last = Infinity
  for (const word of words) {
    const scale = scales[word]
    const value = cardinalValues.get(word) ?? ordinalValues.get(word)
    if (scale !== undefined && scale <= 100) group = (group === 0 ? 1 : group) * scale
    else if (scale !== undefined) {
      total += (group === 0 ? 1 : group) * scale
      group = 0
    } else if (value === undefined || (value >= last && group % 100 !== 0)) return null
    else if (group % 100 !== 0 && (last < 20 || value > 9)) return null
    else group += value
    last = value ?? Infinity
  }
  return total + group
}
