import type { SecretRule } from './secret-rule.ts'
import { isFilling, isMonotonous, isRandom } from './secret-values.ts'
import { hasTokenChecksum } from './token-checksum.ts'
import { parseTokenForm } from './token-form.ts'
import { endsWord, startsWord } from './word-edges.ts'

/** Tokens of an issuer that their form gives away. */
export interface TokenRow {
  /** The issuer and what it is. */
  readonly id: string
  /** See `parseTokenForm`. */
  readonly form: string
  /** What must hold beyond the form; a CRC-32 that fits makes sure, one that does not says nothing. */
  readonly check?: 'crc32' | 'random' | 'mixed'
}

/** Tokens of an issuer whose form alone says little. */
export interface NamedTokenRow extends TokenRow {
  /** Names of which one must stand shortly before the token. */
  readonly near: readonly string[]
}

/** The token may follow an escaped line end: `…\nghp_…` within a text in quotes. */
const startsHere = String.raw`(?:(?<![A-Za-z0-9])|(?<=\\[nrt]))`

export function createTokenRule({ id, form, check }: TokenRow): SecretRule {
  const { source, keywords, offset, fixedStart } = parseTokenForm(form)
  const pattern = new RegExp((/^[A-Za-z0-9<]/.test(form) ? startsHere : '') + source, 'y')
  return {
    label: id,
    keywords,
    findAt: (text, at) => {
      pattern.lastIndex = at - offset
      const token = at < offset ? undefined : pattern.exec(text)?.[0]
      const drawn = token?.slice(fixedStart)
      if (token === undefined || drawn === undefined || isFilling(drawn) || !passes(drawn, check)) return null
      return { start: at - offset, end: at - offset + token.length, score: rateToken(token, drawn, check) }
    },
  }
}

function rateToken(token: string, drawn: string, check: TokenRow['check']): number {
  if (isMonotonous(drawn)) return 0.55
  return check === 'crc32' && hasTokenChecksum(token) ? 1 : 0.95
}

const passes = (drawn: string, check: TokenRow['check']): boolean => {
  if (check === 'mixed') return isRandom(drawn) && /[a-z]/.test(drawn) && /[A-Z]/.test(drawn)
  return check !== 'random' || isRandom(drawn)
}

/** How far after its name a token may start. */
const reach = 56

export function createNamedTokenRule({ id, form, near, check }: NamedTokenRow): SecretRule {
  const { source, longest } = parseTokenForm(form)
  const pattern = new RegExp(String.raw`(?<![A-Za-z0-9_/@#.+-])${source}(?![=+/]{0,2}[A-Za-z0-9])`)
  return {
    label: id,
    keywords: near,
    findAt: (text, at, name) => {
      const from = at + name.length
      if (!startsWord(text, at) || !endsWord(text, from)) return null
      const window = text.slice(from, from + reach + longest + 3)
      const match = pattern.exec(window)
      if (!match || match.index > reach || speaksOfHash(window.slice(0, match.index))) return null
      const [token] = match
      const start = from + match.index
      return isRandom(token) && passes(token, check) ? { start, end: start + token.length, score: 0.8 } : null
    },
  }
}

const speaksOfHash = (between: string): boolean =>
  /sha-?\d|md5|hash|commit|checksum|digest|integrity|etag|revision|\brev\b|uuid|guid|_id\b|[a-z]Id\b|\n[^\n]*\n|;/i.test(
    between,
  )
