import { isIP } from 'node:net'
import type { HubSettings } from '../settings.ts'

type Reach = Pick<HubSettings, 'publicUrl' | 'host' | 'port'>

const everywhere = new Set(['0.0.0.0', '::', ''])

/** How people reach the hub: scheme, host and port, without a slash at the end. */
export function hubOrigin({ publicUrl, host, port }: Reach): string {
  if (publicUrl !== null) return new URL(publicUrl).origin
  const name = everywhere.has(host) ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host
  return new URL(`http://${name}:${port}`).origin
}

/**
 * Whether an `Origin` is the hub's own. With a public address it is that one alone. Without, it must be the address the
 * request was sent to, and that one no name of the DNS but the configured one: a name may be made to point here by anybody.
 */
export function isOwnOrigin(reach: Reach, origin: string, host: string | null): boolean {
  if (reach.publicUrl !== null) return origin === hubOrigin(reach)
  if (origin === hubOrigin(reach)) return true
  if (host === null || origin !== `http://${host.toLowerCase()}`) return false
  const { hostname } = new URL(origin)
  return hostname === 'localhost' || hostname === reach.host || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
}
