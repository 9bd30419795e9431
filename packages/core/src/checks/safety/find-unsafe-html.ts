import type { CheckSpan } from '@assay/contracts'
import type { Address } from './judge-address.ts'
import type { HtmlPart } from './read-markdown-parts.ts'

interface UnsafeHtml {
  readonly spans: readonly CheckSpan[]
  readonly addresses: readonly Address[]
}

/** Elements that run, load or send by themselves, or change what other addresses mean. */
const activeElements =
  /^(?:script|iframe|frame|frameset|object|embed|applet|base|meta|link|form|style|svg|math|portal|template|noscript)$/i

/** Attributes that hold an address, and whether it is loaded without a click. */
const addressAttributes = new Map<string, Address['kind']>([
  ['href', 'link'],
  ['xlink:href', 'link'],
  ['action', 'link'],
  ['formaction', 'link'],
  ['src', 'image'],
  ['srcset', 'image'],
  ['background', 'image'],
  ['poster', 'image'],
  ['ping', 'image'],
  ['data', 'image'],
])

/** A start tag: its name, then anything up to `>`; also one that the end of the text leaves open, as browsers do. */
const startTag = /<(?<name>[A-Za-z][A-Za-z0-9:-]{0,40})(?<attributes>(?=[\s/>])[^<>]{0,5000})/g
const attribute =
  /(?<![^\s/"'])(?<name>[A-Za-z_:@][\w:.-]{0,60})\s{0,20}=\s{0,20}(?:"(?<double>[^"]{0,4000})"?|'(?<single>[^']{0,4000})'?|(?<bare>[^\s"'>]{1,4000}))/g

/** Reads tags as a browser would, one by one: enough to see what is dangerous, not what is valid. */
export function findUnsafeHtml({ value, start: offset }: HtmlPart): UnsafeHtml {
  const [spans, addresses]: [CheckSpan[], Address[]] = [[], []]
  for (const tag of value.matchAll(startTag)) {
    const { name = '', attributes = '' } = tag.groups ?? {}
    const place = { start: offset + tag.index, end: offset + tag.index + tag[0].length }
    if (activeElements.test(name)) spans.push({ ...place, label: `${name.toLowerCase()} element` })
    for (const { groups = {} } of attributes.matchAll(attribute)) {
      const key = (groups['name'] ?? '').toLowerCase()
      const written = decodeEntities(groups['double'] ?? groups['single'] ?? groups['bare'] ?? '')
      if (/^on[a-z]{3,}/.test(key)) spans.push({ ...place, label: 'event handler' })
      const kind = addressAttributes.get(key)
      if (kind !== undefined) addresses.push({ ...place, kind, url: written })
      if (key === 'srcdoc') spans.push({ ...place, label: 'document within the document' })
      for (const [, url = ''] of key === 'style'
        ? written.matchAll(/url\(\s{0,9}["']?([^"')]{1,2000})/gi)
        : [])
        addresses.push({ ...place, kind: 'image', url })
    }
  }
  return { spans, addresses }
}

const named = new Map([
  ['colon', ':'],
  ['tab', '\t'],
  ['newline', '\n'],
  ['amp', '&'],
  ['lpar', '('],
  ['rpar', ')'],
  ['sol', '/'],
])

/** The character references that hide an address; the others stay as they are. */
const decodeEntities = (text: string): string =>
  text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,7}));?/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named.get(name.toLowerCase()) ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0x10ffff ? whole : String.fromCodePoint(code)
    },
  )
