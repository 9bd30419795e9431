/** Where an image, a link, a frame or a form points, and where it stands in the text. */
export interface Address {
  readonly kind: 'image' | 'link'
  readonly url: string
  readonly start: number
  readonly end: number
}

/** Addresses that stay within the page or name no place to send to. */
const harmless = new Set(['mailto:', 'tel:', 'sms:'])

/** What is unsafe about it, as a label; `null`: nothing. */
export function judgeAddress(
  { kind, url }: Address,
  allowedHosts: readonly string[] | undefined,
): string | null {
  // Browsers leave out control characters and white space within a scheme.
  const plain = url.replaceAll(/[\p{Cc}\s]/gu, '')
  if (/^(?:javascript|vbscript):/i.test(plain)) return 'script address'
  if (/^data:/i.test(plain)) return /^data:image\/(?!svg)/i.test(plain) ? null : 'data address'
  const parsed = parseAddress(plain)
  if (parsed === null || harmless.has(parsed.protocol)) return null
  if (allowedHosts !== undefined)
    return isAllowed(parsed.hostname, allowedHosts) ? null : `${kind} to another host`
  return carriesData(parsed, kind) ? `${kind} that carries data` : null
}

/** `null`: relative to the page. `//host/path` takes the page's scheme, and `\` counts as `/`. */
function parseAddress(url: string): URL | null {
  const written = url.replaceAll('\\', '/')
  return URL.parse(written.startsWith('//') ? `https:${written}` : written)
}

function isAllowed(host: string, allowed: readonly string[]): boolean {
  return allowed.some((each) => {
    const wanted = each.toLowerCase()
    return wanted.startsWith('*.') ? host.endsWith(wanted.slice(1)) : host === wanted
  })
}

/** From how many characters a part of an address may hold what somebody said. Starting values of ours. */
const dataLength = { image: 16, link: 64 } as const

/**
 * Values of the query, the fragment or a path's part that are long, hold several words, are places to fill in, or are
 * credentials. An image needs no more than a size; a link may carry a search of some words.
 */
function carriesData(url: URL, kind: Address['kind']): boolean {
  if (url.username !== '' || url.password !== '') return true
  const values = [...url.searchParams.values(), ...url.searchParams.keys(), decode(url.hash.slice(1))]
  const limit = dataLength[kind]
  const isData = (value: string) =>
    value.length >= limit || /\{\{?\w+\}?\}|\$\{/.test(value) || (kind === 'image' && /[@\s]/.test(value))
  // File names of images are often long digests; words joined by spaces are not.
  const segments = url.pathname.split('/').map(decode)
  const isTold = (segment: string) => segment.length >= limit && /\s\S+\s|\{\{?\w+\}?\}|@/.test(segment)
  const isEncoded = (segment: string) => segment.length >= 64 && /^[A-Za-z0-9+=_-]+$/.test(segment)
  return (
    values.some(isData) ||
    segments.some((segment) => isTold(segment) || isEncoded(segment)) ||
    hasLongLabel(url.hostname)
  )
}

/** Data can be sent by asking for the name alone: `c2VjcmV0….evil.example`. */
const hasLongLabel = (host: string): boolean => host.split('.').some((label) => label.length >= 40)

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
