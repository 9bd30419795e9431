import { readsAsEnglish } from './reads-as-english.ts'

interface DecodedPiece {
  readonly text: string
  readonly start: number
  readonly end: number
}

interface Decoding {
  readonly encoding: string
  readonly decode: (text: string) => readonly DecodedPiece[]
}

/** Every way of hiding that is known. Each reads a text in linear time. */
export const decodings: readonly Decoding[] = [
  byRuns('base64', /[A-Za-z0-9+/_-]{16,}(?:\r?\n[A-Za-z0-9+/_-]{4,})*={0,2}/g, fromBase64),
  byRuns(
    'hexadecimal',
    /(?<![0-9a-fA-F])(?:(?:\\x|0x)?[0-9a-fA-F]{2}[ \t\r\n,:]{0,2}){8,}/g,
    fromHexadecimal,
  ),
  byRuns('binary', /(?<![01])(?:[01]{8}[ \t\r\n,]{0,2}){6,}/g, fromBinary),
  byRuns('percent', /[^\s"'<>]{12,}/g, fromPercent),
  byRuns('html-entities', /(?:&#?\w{1,8};[^&\n]{0,20}){4,}/g, fromEntities),
  byRuns('escapes', /(?:\\u\{?[0-9a-fA-F]{4,6}\}?[^\\\n]{0,4}){4,}/g, fromEscapes),
  byRuns('tag-characters', /[\u{e0020}-\u{e007e}]{4,}/gu, fromTags),
  byRuns('html-comment', /<!--(?:(?!<!--|-->)[^]){1,4000}-->/g, (run) => run.slice(4, -3).trim()),
  byRuns('markdown-comment', /^\[\/\/\]: # ["'(].{1,2000}["')]$/gm, (run) => run.slice(9, -1)),
  { encoding: 'hidden-html', decode: findHiddenElements },
  byLines('rot13', rotate),
  byLines('backwards', (line) => Array.from(line).reverse().join('')),
]

function byRuns(encoding: string, pattern: RegExp, decode: (run: string) => string | null): Decoding {
  return {
    encoding,
    decode: (text) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const decoded = decode(match[0])
        return decoded === null || decoded === match[0] || !hasWords(decoded)
          ? []
          : [{ text: decoded, start: match.index, end: match.index + match[0].length }]
      }),
  }
}

/** Lines that are English only after decoding. */
function byLines(encoding: string, decode: (line: string) => string): Decoding {
  return {
    encoding,
    decode: (text) =>
      [...text.matchAll(/[^\n]{12,}/g)].flatMap((match) => {
        if (readsAsEnglish(match[0])) return []
        const decoded = decode(match[0])
        return readsAsEnglish(decoded)
          ? [{ text: decoded, start: match.index, end: match.index + match[0].length }]
          : []
      }),
  }
}

/** Two words of two letters, and hardly a character that does not print. */
function hasWords(text: string): boolean {
  const unprintable =
    text.match(/[\p{Cc}\p{Co}\p{Cn}\ufffd]/gu)?.filter((sign) => !/\s/.test(sign)).length ?? 0
  return unprintable <= text.length / 50 && (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function readUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

function fromBase64(run: string): string | null {
  const plain = run.replaceAll(/[\s=]/g, '')
  const alphabet = /[-_]/.test(plain) ? 'base64url' : 'base64'
  const whole = plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0))
  try {
    return readUtf8(Uint8Array.fromBase64(whole, { alphabet }))
  } catch {
    return null
  }
}

function fromHexadecimal(run: string): string | null {
  const pairs = run.replaceAll(/\\x|0x|[^0-9a-fA-F]/g, '').match(/../g) ?? []
  return readUtf8(Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)))
}

function fromBinary(run: string): string | null {
  return readUtf8(Uint8Array.from(run.match(/[01]{8}/g) ?? [], (byte) => Number.parseInt(byte, 2)))
}

function fromPercent(run: string): string | null {
  if ((run.match(/%[0-9a-fA-F]{2}/g)?.length ?? 0) < 3) return null
  try {
    return decodeURIComponent(run.replaceAll('+', ' '))
  } catch {
    return null
  }
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

function fromEntities(run: string): string {
  return run.replaceAll(/&(#x?)?(\w{1,8});/gi, (whole, kind: string | undefined, name: string) => {
    if (kind === undefined) return named[name.toLowerCase()] ?? whole
    return fromCode(Number.parseInt(name, kind.length === 1 ? 10 : 16)) ?? whole
  })
}

function fromEscapes(run: string): string {
  return run.replaceAll(
    /\\u\{?([0-9a-fA-F]{4,6})\}?/g,
    (whole, code: string) => fromCode(Number.parseInt(code, 16)) ?? whole,
  )
}

const fromCode = (code: number): string | null => (code <= 0x10ffff ? String.fromCodePoint(code) : null)

function fromTags(run: string): string {
  return Array.from(run, (tag) => String.fromCodePoint((tag.codePointAt(0) ?? 0) - 0xe0000)).join('')
}

function rotate(line: string): string {
  return line.replaceAll(/[a-z]/gi, (letter) => {
    const base = letter < 'a' ? 65 : 97
    return String.fromCodePoint(((letter.charCodeAt(0) - base + 13) % 26) + base)
  })
}

const openingTag = /<[a-z][a-z0-9]{0,20}\s([^<>]{1,400})>([^<]{8,4000})/gi
const doesNotShow =
  /display:\s*none|visibility:\s*hidden|opacity:\s*0(?![.\d])|font-size:\s*[01](?:px|pt|em|%|;|"|')|color:\s*(?:white|transparent|#fff(?:fff)?\b)|(?:left|top|text-indent):\s*-\d{3,}|(?:^|\s)hidden(?:\s|=|$)|type=["']?hidden/i

function findHiddenElements(text: string): readonly DecodedPiece[] {
  return [...text.matchAll(openingTag)].flatMap((match) => {
    const [whole, attributes = '', content = ''] = match
    return doesNotShow.test(attributes) && hasWords(content)
      ? [{ text: content.trim(), start: match.index, end: match.index + whole.length }]
      : []
  })
}
