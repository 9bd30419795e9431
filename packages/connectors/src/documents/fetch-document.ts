import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { ok, type Result } from '@assay/core'
import { isPrivateAddress } from '../network/is-private-address.ts'
import { unreadable } from './document-source.ts'

export interface FetchedDocument {
  readonly bytes: Uint8Array
  readonly contentType: string | null
  /** Where the redirects led. */
  readonly url: URL
}

export interface FetchLimits {
  readonly maxBytes: number
  readonly timeoutMs: number
}

const MAX_REDIRECTS = 5
const accept = 'text/html, text/markdown, application/pdf, text/plain;q=0.9, */*;q=0.5'

/**
 * The content of an address the user named. A redirect may not leave http(s), and may not lead from a public host to a
 * private one: a page must not make Assay read its user's own network.
 */
export async function fetchDocument(
  address: string,
  limits: FetchLimits,
  signal?: AbortSignal,
): Promise<Result<FetchedDocument>> {
  const timeout = AbortSignal.timeout(limits.timeoutMs)
  const any = signal === undefined ? timeout : AbortSignal.any([signal, timeout])
  try {
    return await follow(address, limits, any)
  } catch (error) {
    if (timeout.aborted) return unreadable(address, `It did not come within ${limits.timeoutMs / 1000} s`)
    return unreadable(address, 'The address could not be reached', causeOf(error))
  }
}

async function follow(
  address: string,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<Result<FetchedDocument>> {
  let url = new URL(address)
  const startedPrivate = await isPrivate(url)
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const response = await fetch(url, { redirect: 'manual', signal, headers: { accept } })
    const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
    if (location === null) return readAnswer(address, url, response, limits)
    await response.body?.cancel()
    url = new URL(location, url)
    if (!/^https?:$/.test(url.protocol))
      return unreadable(address, `It redirects to ${url.protocol} which is not read`)
    if (!startedPrivate && (await isPrivate(url)))
      return unreadable(address, `It redirects to the private host ${url.host}`)
  }
  return unreadable(address, `It redirects more than ${MAX_REDIRECTS} times`)
}

async function readAnswer(
  address: string,
  url: URL,
  response: Response,
  { maxBytes }: FetchLimits,
): Promise<Result<FetchedDocument>> {
  if (!response.ok) {
    await response.body?.cancel()
    return unreadable(address, `The server answered ${response.status} ${response.statusText}`.trim())
  }
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of response.body ?? []) {
    size += piece.length
    if (size > maxBytes) return unreadable(address, `It is larger than ${Math.round(maxBytes / 1e6)} MB`)
    pieces.push(piece)
  }
  return ok({ bytes: Buffer.concat(pieces), contentType: response.headers.get('content-type'), url })
}

async function isPrivate(url: URL): Promise<boolean> {
  const host = url.hostname.replaceAll(/^\[|\]$/g, '')
  const addresses =
    isIP(host) === 0 ? (await lookup(host, { all: true })).map(({ address }) => address) : [host]
  return addresses.some(isPrivateAddress)
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
