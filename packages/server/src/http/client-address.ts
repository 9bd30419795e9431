import { isIP } from 'node:net'
import { createNetworkList, parseNetwork } from '@assay/connectors/network'
import type { Context } from 'hono'
import type { HubSettings } from '../settings.ts'

/** Who asks: the other end of the socket, or what the proxies that the hub trusts say stands before them. `null`: no socket. */
export function createAddressReader({
  trustedProxies = [],
}: Pick<HubSettings, 'trustedProxies'>): (http: Context) => string | null {
  const isTrusted = createNetworkList(trustedProxies.flatMap((text) => parseNetwork(text) ?? []))
  return (http) => {
    const socket = socketAddress(http)
    if (socket === null || !isTrusted(socket)) return socket
    const said = (http.req.header('x-forwarded-for') ?? '').split(',').map((part) => plain(part.trim()))
    // From the hub outwards: the first that is no trusted proxy. What stands before it anybody may have written.
    for (const address of said.toReversed())
      if (isIP(address) === 0) return socket
      else if (!isTrusted(address)) return address
    return socket
  }
}

/** Of IPv6 the first 64 bits: one customer's network, within which addresses cost nothing. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const rest = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - groups.length - rest.length }, () => '0')
  return `${[...groups, ...zeros, ...rest].slice(0, 4).join(':')}::/64`
}

function socketAddress(http: Context): string | null {
  const incoming: unknown = Reflect.get(http.env ?? {}, 'incoming')
  const socket: unknown =
    typeof incoming === 'object' && incoming !== null ? Reflect.get(incoming, 'socket') : null
  const address: unknown =
    typeof socket === 'object' && socket !== null ? Reflect.get(socket, 'remoteAddress') : null
  return typeof address === 'string' ? plain(address) : null
}

/** IPv4 written as IPv6, as a socket that hears both gives it. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
