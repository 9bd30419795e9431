import { cueWords, streetEnding } from './cue-words.data.ts'
import type { NameLists } from './name-lists.ts'
import type { Token } from './read-tokens.ts'
import { hashWord, mixHash } from './word-hash.ts'

/** What is known of a token by itself and by its line, as small numbers and hashes: what features are made of. */
export interface TokenTraits {
  readonly key: string
  readonly word: number
  /** The word where it is a common one or a cue, otherwise only its capitals and lists. */
  readonly kind: number
  /** Capitals or length of a number; a sign is its own. */
  readonly form: number
  /** Kinds of its characters in order, runs cut to two (digits to six). */
  readonly shape: number
  /** Bits: which lists hold it; and whether it starts or goes on with a place of several words. */
  readonly lists: number
  /** Class of cue words; 0: none. */
  readonly cue: number
  /** How its line is written: mixed, lower, upper, in title case, or like code. */
  readonly line: number
  /** What the line, or one of the two before it, says before a colon. 0: nothing. */
  readonly field: number
  /** Bits: first of its line, first of a sentence, glued to what is before, glued to what comes after; has capitals here and none elsewhere. */
  readonly position: number
}

const cueClasses = Object.keys(cueWords)
const cueOf = new Map<string, number>()
Object.values(cueWords).forEach((words, index) => {
  for (const word of words.split(/\s+/)) if (!cueOf.has(word)) cueOf.set(word, index + 1)
})
export const cueNumber = (name: keyof typeof cueWords): number => cueClasses.indexOf(name) + 1

export const forms = {
  lower: 1,
  capital: 2,
  upper: 3,
  initial: 4,
  mixed: 5,
  code: 6,
  digits: 7,
  sign: 16,
} as const
const longestPlace = 4

export function describeTokens(tokens: readonly Token[], lists: NameLists): readonly TokenTraits[] {
  const places = markPlaces(tokens, lists)
  const lines = describeLines(tokens)
  const known = new Map<string, WordTraits>()
  const lower = new Set(tokens.flatMap(({ text, key }) => (text === key ? [key] : [])))
  return tokens.map((token, at) => {
    let own = known.get(token.text)
    if (own === undefined) {
      own = describeWord(token, lists)
      known.set(token.text, own)
    }
    const listBits = own.lists | ((places[at] ?? 0) << 5)
    const isKnown = own.form >= forms.digits || own.cue > 0 || (listBits & common) !== 0
    return {
      ...own,
      lists: listBits,
      kind: isKnown ? own.word : mixHash(own.form, listBits),
      line: lines[at]?.mode ?? 0,
      field: lines[at]?.field ?? 0,
      position: positionOf(tokens, at) | (own.form !== forms.lower && lower.has(token.key) ? 16 : 0),
    }
  })
}

type WordTraits = Pick<TokenTraits, 'key' | 'word' | 'form' | 'shape' | 'lists' | 'cue'>

function describeWord({ text, key }: Token, lists: NameLists): WordTraits {
  const form = formOf(text)
  return {
    key,
    word: hashWord(key),
    form,
    shape: hashShape(text),
    lists: form < forms.digits ? listsOf(key, lists) : 0,
    cue: cueOf.get(key) ?? (streetEnding.test(key) ? cueNumber('street') : 0),
  }
}

/** The bit of `lists` for words of everyday language. */
const common = 16

function listsOf(key: string, lists: NameLists): number {
  return (
    (lists.has('first', key) ? 1 : 0) |
    (lists.has('last', key) ? 2 : 0) |
    (lists.has('place', key) ? 4 : 0) |
    (lists.has('nationality', key) ? 8 : 0) |
    (lists.has('common', key) ? common : 0)
  )
}

/** For each token 1: starts a place of several words, 2: goes on with one, 0: neither. */
function markPlaces(tokens: readonly Token[], lists: NameLists): Uint8Array {
  const marks = new Uint8Array(tokens.length)
  for (let at = 0; at < tokens.length; at++) {
    const words: string[] = []
    let longest = 0
    for (let length = 0; length < longestPlace; length++) {
      const word = tokens[at + length]
      if (!word || !isPlacePart(word.text)) break
      words.push(word.key)
      if (length > 0 && lists.has('place', words.join(' '))) longest = length
    }
    if (longest === 0 || marks[at] === 2) continue
    marks[at] = 1
    marks.fill(2, at + 1, at + longest + 1)
  }
  return marks
}

const isPlacePart = (text: string): boolean => text.length < 20 && /^(?:\p{L}[\p{L}\p{M}]*|-|')$/u.test(text)

interface Line {
  readonly mode: number
  readonly field: number
}

function describeLines(tokens: readonly Token[]): readonly Line[] {
  const described: Line[] = []
  let start = 0
  let field = 0
  let fieldAge = 0
  for (let at = 0; at <= tokens.length; at++) {
    if (at < tokens.length && tokens[at]?.text !== '\n') continue
    const mode = lineMode(tokens, start, at)
    if (fieldAge++ > 2) field = 0
    for (; start <= at; start++) {
      described.push({ mode, field })
      if (tokens[start]?.text !== ':' || tokens[start - 1] === undefined) continue
      field = hashWord(tokens[start - 1]?.key ?? '')
      fieldAge = 0
    }
  }
  return described
}

const lineModes = { mixed: 0, lower: 1, upper: 2, title: 3, code: 4 } as const

function lineMode(tokens: readonly Token[], start: number, end: number): number {
  let lower = 0
  let capital = 0
  let upper = 0
  let code = 0
  for (let at = start; at < end; at++) {
    const text = tokens[at]?.text ?? ''
    const form = formOf(text)
    if (form === forms.lower) lower++
    else if (form === forms.upper) upper++
    else if (form === forms.capital) capital++
    else if (/^[{}()=;<>_`|[\]]$/.test(text)) code++
  }
  if (code >= 3 && code * 4 >= lower + capital + upper) return lineModes.code
  if (upper > 1 && upper > 2 * (lower + capital)) return lineModes.upper
  if (lower > 2 && capital + upper === 0) return lineModes.lower
  return capital > 1 && capital > 3 * lower ? lineModes.title : lineModes.mixed
}

function formOf(text: string): number {
  if (/^\p{L}/u.test(text)) {
    if (/\p{N}/u.test(text)) return forms.code
    if (text === text.toLowerCase()) return forms.lower
    if (text.length === 1) return forms.initial
    if (text === text.toUpperCase()) return forms.upper
    return text.slice(1) === text.slice(1).toLowerCase() ? forms.capital : forms.mixed
  }
  if (/^\p{N}/u.test(text)) return /\p{L}/u.test(text) ? forms.code : forms.digits + Math.min(text.length, 8)
  return forms.sign + (text.codePointAt(0) ?? 0)
}

function hashShape(text: string): number {
  let shape = ''
  for (const character of text.slice(0, 24)) {
    const kind = kindOf(character)
    const run = kind === 'd' ? 6 : 2
    if (!shape.endsWith(kind.repeat(run))) shape += kind
  }
  return hashWord(shape)
}

function kindOf(character: string): string {
  if (/\p{N}/u.test(character)) return 'd'
  if (!/\p{L}/u.test(character)) return character
  return character === character.toLowerCase() ? 'x' : 'X'
}

function positionOf(tokens: readonly Token[], at: number): number {
  const token = tokens[at]
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  const startsLine = before === undefined || before.text === '\n'
  const startsSentence = startsLine || /^[.!?:"“„»¿¡•*#>|-]$/.test(before.text)
  return (
    (startsLine ? 1 : 0) |
    (startsSentence ? 2 : 0) |
    (token?.spaced === false && !startsLine ? 4 : 0) |
    (after?.spaced === false && after.text !== '\n' ? 8 : 0)
  )
}
