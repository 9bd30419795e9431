import type { Random } from '../../statistics/random.ts'

/**
 * The form of an issuer's tokens in one line, from which both the pattern that finds them and specimens for tests are made:
 * `sk_<live|test>_<base62 24-99>` is the letters `sk_`, one of two words, `_` and 24 to 99 characters of base 62.
 */
export interface TokenForm {
  /** Source of a regular expression: linear, as each piece can match in one way only. */
  readonly source: string
  /** Lower case. One of them stands in every token. */
  readonly keywords: readonly string[]
  /** Characters before the keyword. */
  readonly offset: number
  /** Characters that every token starts with: nothing is random in them. */
  readonly fixedStart: number
  /** Characters of the longest token. */
  readonly longest: number
}

const alphabets: Readonly<Record<string, string>> = {
  base62: 'A-Za-z0-9',
  base64: 'A-Za-z0-9+/',
  base64url: 'A-Za-z0-9_-',
  base32: 'A-Z2-7',
  bech32: 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L',
  hex: 'a-f0-9',
  upperHex: 'A-F0-9',
  anyHex: 'a-fA-F0-9',
  digit: '0-9',
  letter: 'A-Za-z',
  upper: 'A-Z0-9',
  lower: 'a-z0-9',
  wide: 'A-Za-z0-9_.~=+/-',
}

/** Characters of one alphabet, or one of some words. */
type Piece =
  | { readonly set: string; readonly least: number; readonly most: number }
  | { readonly words: readonly string[] }

/** `null`: no form: an alphabet that is not known. */
const parsePiece = (text: string): readonly Piece[] | null => {
  if (text === 'uuid')
    return [8, 4, 4, 4, 12].flatMap((length, index): readonly Piece[] => [
      ...(index > 0 ? [{ words: ['-'] }] : []),
      { set: 'a-f0-9', least: length, most: length },
    ])
  const [, name = '', least = '', most = least] = /^(\w+) (\d+)(?:-(\d+))?$/.exec(text) ?? []
  const set = alphabets[name]
  if (set !== undefined) return [{ set, least: Number(least), most: Number(most) }]
  return text.includes('|') ? [{ words: text.split('|') }] : null
}

/** What is no piece stays as it is. */
const parsePieces = (form: string): readonly Piece[] =>
  form
    .split(/(<[^<>]+>)/)
    .filter((part) => part !== '')
    .flatMap((part): readonly Piece[] => {
      const piece = part.startsWith('<') ? parsePiece(part.slice(1, -1)) : null
      return piece ?? [{ words: [part] }]
    })

export function parseTokenForm(form: string): TokenForm {
  const pieces = parsePieces(form)
  const source = pieces.map(pieceSource).join('') + `(?![${lastSet(pieces)}])`
  const heads = spellWords(pieces.slice(0, firstSet(pieces)))
  const fixedStart = heads[0]?.length ?? 0
  const keyword = fixedStart >= 2 ? { keywords: heads.map(toLowerCase), offset: 0 } : findInnerKeyword(pieces)
  return { source, ...keyword, fixedStart, longest: sum(pieces.map(longestOf)) }
}

const longestOf = (piece: Piece): number =>
  'words' in piece ? Math.max(...piece.words.map(({ length }) => length)) : piece.most

const shortestOf = (piece: Piece): number =>
  'words' in piece ? Math.min(...piece.words.map(({ length }) => length)) : piece.least

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const toLowerCase = (text: string): string => text.toLowerCase()

const pieceSource = (piece: Piece): string => {
  if ('words' in piece) return `(?:${piece.words.map(escape).join('|')})`
  const { set, least, most } = piece
  return `[${set}]{${least === most ? least : `${least},${most}`}}`
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`)

/** A token ends where its alphabet does, and not within a word. */
function lastSet(pieces: readonly Piece[]): string {
  const last = pieces.at(-1)
  return last && 'set' in last ? `A-Za-z0-9${last.set.includes('_-') ? '_-' : ''}` : 'A-Za-z0-9'
}

const firstSet = (pieces: readonly Piece[]): number => {
  const index = pieces.findIndex((piece) => 'set' in piece)
  return index === -1 ? pieces.length : index
}

/** All texts that words one after the other can make. */
const spellWords = (pieces: readonly Piece[]): readonly string[] =>
  pieces.reduce<readonly string[]>(
    (starts, piece) =>
      'words' in piece ? starts.flatMap((start) => piece.words.map((word) => start + word)) : starts,
    [''],
  )

/** The longest word with a fixed number of characters before it. */
function findInnerKeyword(pieces: readonly Piece[]): Pick<TokenForm, 'keywords' | 'offset'> {
  let best: Pick<TokenForm, 'keywords' | 'offset'> = { keywords: [], offset: 0 }
  let before = 0
  for (const piece of pieces) {
    const [word = ''] = 'words' in piece && piece.words.length === 1 ? piece.words : []
    if (word.length > (best.keywords[0]?.length ?? 1))
      best = { keywords: [toLowerCase(word)], offset: before }
    const length = longestOf(piece)
    if (length !== shortestOf(piece)) break
    before += length
  }
  return best
}

/** A text of this form. Parts in pointed brackets that name no alphabet stay. */
export const fillTokenForm = (form: string, random: Pick<Random, 'integer'>): string =>
  parsePieces(form)
    .map((piece) => {
      if ('words' in piece) return pick(piece.words, random)
      const characters = spellSet(piece.set)
      const length = piece.least + random.integer(piece.most - piece.least + 1)
      return Array.from({ length }, () => pick(characters, random)).join('')
    })
    .join('')

const pick = (from: readonly string[], random: Pick<Random, 'integer'>): string =>
  from[random.integer(from.length)] ?? ''

/** `a-f0-9` as its characters. */
const spellSet = (set: string): readonly string[] =>
  [...set.matchAll(/(.)-(.)|./gu)].flatMap(([one, from, to]) => {
    if (from === undefined || to === undefined) return [one]
    const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)]
    return Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index))
  })
