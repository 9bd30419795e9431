import { numberToWords, wordsToNumber } from '../language/number-words.ts'
import type { TypedValue } from '../triple.ts'
import { readDate } from './read-date.ts'
import { formsOfUnit, isUnit } from './units.data.ts'

export interface ValueHints {
  /** The attribute speaks of a version ("since", "library version"): "3.10" is then no decimal number. */
  readonly version?: boolean
  /** The attribute speaks of a place ("head office", "city"). */
  readonly place?: boolean
}

/** Reads a whole cell or label value; `null` when any part of it is not understood. Markdown marks are gone but code's. */
export function readTypedValue(text: string, hints: ValueHints = {}): TypedValue | null {
  const { main, gloss } = splitGloss(text.trim().replace(/(?<=[\w`'"%)])\.$/, ''))
  if (
    main === '' ||
    main.length > 80 ||
    isBlankValue(main) ||
    /\b(?:may|might|such as|e\.g|etc|or more)\b|[?]/.test(main.replace(/`[^`]*`/g, ''))
  )
    return null
  const value = readCode(main, hints) ?? readPlain(main, hints)
  if (value === null || gloss === null) return value
  const aliases = isEquivalent(gloss) ? [gloss, ...(readPlain(gloss, {})?.aliases ?? [])] : null
  return aliases === null ? null : { ...value, aliases: unique([...value.aliases, ...aliases], value.text) }
}

export const isBlankValue = (text: string): boolean =>
  /^(?:[-–—]+|n\/?a|none|tbd|tdb|todo|unknown|not applicable|see below|see above|varies|various|any|other)?$/i.test(
    text,
  )

/** "`1048576` (1MiB)": the parenthesis says the same again. */
function splitGloss(text: string): { main: string; gloss: string | null } {
  const match = /^(.+?)\s*\(([^()]+)\)$/.exec(text)
  if (!match || /\($|^`[^`]*\([^`]*$/.test(match[1] ?? '')) return { main: text, gloss: null }
  return { main: match[1] ?? text, gloss: (match[2] ?? '').replace(/`/g, '') }
}

/** Only another way of writing the value, or what it stands for ("no timeout"), may stand in the parenthesis. */
const isEquivalent = (gloss: string): boolean =>
  /^(?:no \w+|\d[\d.,]*\s*[A-Za-z%]+|disabled|unlimited|off)$/.test(gloss)

function readCode(text: string, hints: ValueHints): TypedValue | null {
  const inner = /^`([^`]+)`$/.exec(text)?.[1]
  if (inner === undefined) return null
  const bare = inner.replace(/^(['"])(.*)\1$/, '$2')
  const aliases = bare === inner ? [] : [inner]
  if (/^(?:true|false)$/.test(bare))
    return { kind: 'boolean', text: bare, aliases: booleanAliases(bare), code: true }
  if (/^(?:0|[1-9][\d,_]*)$/.test(bare)) return { ...numberValue(bare, undefined), code: true }
  if (hints.version === true && isVersion(bare)) return { ...versionValue(bare), code: true }
  if (/[|&<>]|=>|\s{2}|^(?:function|object|string|number|Array)\b/.test(bare) || bare.split(' ').length > 4)
    return null
  return { kind: 'identifier', text: bare, aliases, code: true }
}

const booleanAliases = (value: string): string[] =>
  value === 'true' ? ['enabled', 'on', 'yes'] : ['disabled', 'off', 'no']

function readPlain(text: string, hints: ValueHints): TypedValue | null {
  // What only a yes/no question could ask for is not asked (methods §1.8).
  if (/^(?:yes|no|true|false|always|never|partly|partial|full|[✓✔✗✘×]|x)$/i.test(text)) return null
  return (
    (hints.version === true ? readVersion(text) : null) ??
    readDateValue(text) ??
    readNumber(text) ??
    (hints.place === true ? readName(text, hints) : null) ??
    readList(text) ??
    readIdentifier(text) ??
    readName(text, hints)
  )
}

const isVersion = (text: string): boolean => /^v?\d+(?:\.\d+)*(?:\.x)?(?:-[a-z0-9.]+)?$/i.test(text)

function readVersion(text: string): TypedValue | null {
  const bare = text.replace(/^versions? /i, '')
  return isVersion(bare) ? versionValue(bare) : null
}

function versionValue(text: string): TypedValue {
  const bare = text.replace(/^v/i, '')
  return { kind: 'version', text, aliases: unique([bare, `v${bare}`, `version ${bare}`], text), code: false }
}

function readDateValue(text: string): TypedValue | null {
  const date = readDate(text)
  if (date === null) return null
  return {
    kind: 'date',
    text,
    granularity: date.granularity,
    aliases: unique(date.aliases, text),
    code: false,
  }
}

const unitAfterNumber =
  /^(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(\s?%|\s?[A-Za-zµ°€$][\w°²/]*(?: [a-z][a-z-]*){0,4})?$/
const currencyBeforeNumber = /^([$€£])\s?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)$/

function readNumber(text: string): TypedValue | null {
  const money = currencyBeforeNumber.exec(text)
  if (money) return numberValue(money[2] ?? '', money[1], text)
  const match = unitAfterNumber.exec(text)
  if (match) {
    const unit = match[2]?.trim()
    if (unit !== undefined && !isNumberUnit(unit)) return null
    return numberValue(match[1] ?? '', unit, text)
  }
  const [first = '', ...rest] = text.split(' ')
  const amount = wordsToNumber(first)
  if (amount === null || rest.length === 0 || rest.length > 3) return null
  return numberValue(String(amount), rest.join(' '), text)
}

/** A unit, or what is counted: "events per second", "connections". Several clauses are no unit. */
const isNumberUnit = (unit: string): boolean =>
  isUnit(unit) || !/\b(?:to|or|from|with|at|is|are|the|and|of)\b|^(?:st|nd|rd|th|x)\b/.test(unit)

function numberValue(digits: string, unit: string | undefined, written?: string): TypedValue {
  const amount = Number(digits.replace(/[,_]/g, ''))
  const text = written ?? digits
  const plain = [digits.replace(/[,_]/g, ''), groupThousands(amount), numberToWords(amount)].filter(
    (form) => form !== null,
  )
  const aliases =
    unit === undefined
      ? plain
      : plain.flatMap((form) => unitNames(unit, amount).map((name) => joinUnit(form, name)))
  const base = { kind: 'number', text, amount, aliases: unique(aliases, text), code: false } as const
  return unit === undefined ? base : { ...base, unit }
}

function unitNames(unit: string, amount: number): readonly string[] {
  const [first = '', ...rest] = unit.split(' ')
  const forms = isUnit(unit) ? formsOfUnit(unit) : formsOfUnit(first).map((form) => [form, ...rest].join(' '))
  const isSingular = (form: string): boolean => forms.includes(`${form}s`)
  return forms.filter((form) => form === unit || amount === 1 || !isSingular(form))
}

const joinUnit = (amount: string, unit: string): string => {
  if (/^[$€£]$/.test(unit)) return `${unit}${amount}`
  return unit === '%' && /\d/.test(amount) ? `${amount}%` : `${amount} ${unit === '%' ? 'percent' : unit}`
}

const groupThousands = (amount: number): string =>
  Number.isInteger(amount) ? String(amount).replace(/\B(?=(?:\d{3})+$)/g, ',') : String(amount)

function readList(text: string): TypedValue | null {
  const parts = text
    .split(/,\s*(?:and |or )?| and | & |;\s*/)
    .map((part) => part.trim().replace(/^`|`$/g, ''))
  if (
    parts.length < 2 ||
    parts.length > 8 ||
    parts.some((part) => !/^[\w@./#+'’-]+(?: [\w'’-]+){0,3}$/.test(part))
  )
    return null
  const named = parts.every((part) => /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)+$/u.test(part))
  if (!parts.every(isItem) || (!named && !text.includes(',') && parts.some((part) => part.includes(' '))))
    return null
  return { kind: 'list', text: parts.join(', '), items: parts, aliases: [], code: false }
}

/** An item of a closed list: a name, a number, a code. Words in lower case may be half a sentence. */
const isItem = (part: string): boolean => /^[A-Z0-9@./]/.test(part) || /^[\w-]*[_./@][\w./-]*$/.test(part)

function readIdentifier(text: string): TypedValue | null {
  const shaped =
    /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text) ||
    /^(?:https?:\/\/|\.{0,2}\/)[^\s]+$/.test(text) ||
    /^--?[a-z][\w-]*$/.test(text) ||
    /^[a-z]+_[a-z_]+$|^[A-Z]+_[A-Z_]+$/.test(text) ||
    /^\d{1,2}:\d{2}(?: (?:UTC|AM|PM))?$/.test(text)
  return shaped ? { kind: 'identifier', text, aliases: [], code: false } : null
}

const namePattern = /^[A-Z][\w.&'’+-]*(?: (?:of|the|and|de|von|van|for|[A-Z0-9][\w.&'’+-]*)){0,5}$/

function readName(text: string, hints: ValueHints): TypedValue | null {
  if (hints.place === true && /^[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*(?:, [A-Z][\w'’ -]*)?$/.test(text)) {
    const [city = text] = text.split(',')
    return { kind: 'place', text, aliases: unique([city], text), code: false }
  }
  if (namePattern.test(text)) return { kind: 'name', text, aliases: [], code: false }
  // A short word of a closed vocabulary: "e-mail", "base32", "oldest first".
  return /^[a-z][\w-]*(?: [a-z][\w-]*)?$/.test(text) && !/\b(?:the|an?|by|of|it|to)\b/.test(text)
    ? { kind: 'name', text, aliases: [], code: false }
    : null
}

const unique = (forms: readonly string[], except: string): string[] =>
  [...new Set(forms)].filter((form) => form !== except)
