import type { CheckSpan } from '@assay/contracts'
import type { Address } from './judge-address.ts'
import type { HtmlPart } from './read-markdown-parts.ts'
import { scanHtml, type HtmlToken } from './scan-html.ts'
import { splitAddresses } from './split-addresses.ts'

interface UnsafeHtml {
  readonly spans: readonly CheckSpan[]
  readonly addresses: readonly Address[]
}

type Place = Pick<CheckSpan, 'start' | 'end'>

/** Elements that run, load or send by themselves, or change what other addresses mean. */
const activeElements =
  /^(?:script|iframe|frame|frameset|object|embed|applet|base|meta|link|form|style|svg|math|portal|template|noscript)$/i

/** Elements whose content a browser reads as text, and GitHub, which shows their tags, does not. */
const textElements = new Set(['title', 'textarea', 'xmp', 'noembed', 'noframes', 'plaintext'])

/** Attributes that hold addresses, and whether those are loaded without a click. */
const addressAttributes = new Map<string, Address['kind']>([
  ['href', 'link'],
  ['xlink:href', 'link'],
  ['action', 'link'],
  ['formaction', 'link'],
  ['src', 'image'],
  ['srcset', 'image'],
  ['imagesrcset', 'image'],
  ['background', 'image'],
  ['poster', 'image'],
  ['ping', 'image'],
  ['data', 'image'],
])

/** Characters of a tag, pictures written out in it aside, from which nobody would see what it does. A value of ours. */
const longTag = 5000

/**
 * Reads tags as a browser would, one by one: enough to see what is dangerous, not what is valid. The parts are those of
 * one text, in its order.
 */
export function findUnsafeHtml(parts: readonly HtmlPart[]): UnsafeHtml {
  const [spans, addresses]: [CheckSpan[], Address[]] = [[], []]
  let within: string | null = null
  for (const { value, start: offset } of parts)
    for (const token of scanHtml(value)) {
      const place = { start: offset + token.start, end: offset + token.end }
      // Whether this is markup, or text up to an end that may stand in one of its values, depends on who shows it.
      if (within !== null && !(token.kind === 'end' && token.name === within))
        spans.push({ ...place, label: `markup within ${within}` })
      within = nameOfText(token)
      if (token.left === 'in quotes') spans.push({ ...place, label: 'tag without an end' })
      if (token.kind !== 'start') continue
      for (const label of judgeTag(token)) spans.push({ ...place, label })
      for (const address of readAddresses(token, place)) addresses.push(address)
    }
  return { spans, addresses }
}

/** What the token makes text of all that follows it; `null`: it does not. */
function nameOfText({ kind, name, left }: HtmlToken): string | null {
  if (kind === 'comment') return left === 'closed' ? null : 'an open comment'
  return kind === 'start' && textElements.has(name) ? name : null
}

function* judgeTag({ name, attributes, start, end }: HtmlToken): Generator<string> {
  if (activeElements.test(name)) yield `${name} element`
  let length = end - start
  for (const { name: key, value } of attributes) {
    if (value === null) continue
    if (/^on[a-z]{3,}/.test(key)) yield 'event handler'
    if (key === 'srcdoc') yield 'document within the document'
    if (/^\s*data:image\/(?!svg)/i.test(value)) length -= value.length
  }
  if (length > longTag) yield 'over-long tag'
}

function* readAddresses({ attributes }: HtmlToken, place: Place): Generator<Address> {
  for (const { name, value } of attributes) {
    if (value === null) continue
    const written = decodeEntities(value)
    const kind = addressAttributes.get(name)
    if (kind !== undefined) for (const url of splitAddresses(name, written)) yield { ...place, kind, url }
    if (name === 'style')
      for (const [, url = ''] of written.matchAll(/url\(\s{0,9}["']?([^"')]{1,2000})/gi))
        yield { ...place, kind: 'image', url }
  }
}

/** Names of the characters that shape an address. */
const named = new Map([
  ['tab', '\t'],
  ['newline', '\n'],
  ['amp', '&'],
  ['colon', ':'],
  ['sol', '/'],
  ['bsol', '\\'],
  ['lpar', '('],
  ['rpar', ')'],
  ['comma', ','],
  ['period', '.'],
  ['commat', '@'],
  ['quest', '?'],
  ['equals', '='],
  ['num', '#'],
])

/**
 * The character references that hide an address; the others stay as they are. Of those with a name only `&amp` needs no
 * semicolon: `&num=5` is a value of a query.
 */
const decodeEntities = (text: string): string =>
  text.replaceAll(
    /&(?:#x0*([0-9a-f]{1,6})|#0*(\d{1,7})|([a-z]{2,7})(?=;)|amp(?![a-z\d=]));?/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex === undefined && decimal === undefined) return named.get(name?.toLowerCase() ?? 'amp') ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0x10ffff ? whole : String.fromCodePoint(code)
    },
  )
