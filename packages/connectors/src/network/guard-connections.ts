import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { AssayFailure, createError } from '@assay/core'
import type { AddressPolicy } from './address-policy.ts'

export interface ConnectionRule {
  readonly policy: Pick<AddressPolicy, 'allowsHost' | 'allowsAddress'>
  /** `host:port` that may be called beside: the hub's own. */
  readonly also: readonly string[]
}

/**
 * Lets this whole process connect to nothing the rule does not allow: every client, every redirect, every library. A name
 * is resolved once, and what it resolved to is both checked and connected to, so that a name which changes its mind in
 * between gains nothing. For a process of its own that works for somebody else. Returns what takes it away again.
 */
export function guardConnections(rule: ConnectionRule): () => void {
  const original: unknown = Reflect.get(net.Socket.prototype, 'connect')
  if (typeof original !== 'function') throw new Error('bug: net.Socket has no connect')
  const guarded = function (this: net.Socket, ...args: unknown[]): unknown {
    const options = readOptions(args)
    const refusal = options === null ? refuse('an unknown kind of connection') : check(options, rule)
    if (refusal !== null) {
      process.nextTick(() => this.destroy(refusal))
      return this
    }
    return Reflect.apply(original, this, args)
  }
  Reflect.set(net.Socket.prototype, 'connect', guarded)
  syncBuiltinESMExports()
  return () => {
    Reflect.set(net.Socket.prototype, 'connect', original)
    syncBuiltinESMExports()
  }
}

/** What `connect` was told, and where it looks a name up: changed in place, since that is the object it goes on with. */
interface ConnectOptions {
  host?: unknown
  port?: unknown
  path?: unknown
  lookup?: unknown
}

/** `connect(options)`, or the list `net.connect` and `tls.connect` make of their arguments; `null`: by port and host, which nobody here uses. */
function readOptions(args: readonly unknown[]): ConnectOptions | null {
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0]
  return typeof first === 'object' && first !== null ? first : null
}

function check(options: ConnectOptions, rule: ConnectionRule): AssayFailure | null {
  if (typeof options.path === 'string') return refuse(options.path)
  const host = typeof options.host === 'string' && options.host !== '' ? options.host : 'localhost'
  const port = Number(options.port)
  const place = { host, port: Number.isInteger(port) ? port : null }
  if (isNamed(place, rule)) return null
  if (net.isIP(host) !== 0)
    return rule.policy.allowsAddress(bare(host)) ? null : refuse(`${host}${portOf(place)}`)
  options.lookup = guardLookup(toLookup(options.lookup), place, rule)
  return null
}

interface Place {
  readonly host: string
  readonly port: number | null
}

const isNamed = ({ host, port }: Place, { policy, also }: ConnectionRule): boolean =>
  policy.allowsHost(host) || also.includes(`${host.toLowerCase()}:${port}`)

/** Without its zone, as in fe80::1%eth0. */
const bare = (address: string): string => address.replace(/%.*$/, '')

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void
type Lookup = (host: string, options: LookupOptions, found: Found) => void

const toLookup = (given: unknown): Lookup => (typeof given === 'function' ? (given as Lookup) : dnsLookup)

/** One address that is not allowed refuses the name: which of them is taken is not ours to say. */
function guardLookup(lookup: Lookup, place: Place, rule: ConnectionRule): Lookup {
  return (host, options, found) =>
    lookup(host, options, (error, address, family) => {
      if (error !== null) return found(error, address, family)
      const list = typeof address === 'string' ? [address] : address.map((each) => each.address)
      const wrong = list.find((each) => !rule.policy.allowsAddress(bare(each)))
      if (wrong !== undefined) return found(refuse(`${place.host}${portOf(place)}, which is ${wrong}`), '')
      return found(null, address, family)
    })
}

const portOf = ({ port }: Place): string => (port === null ? '' : `:${port}`)

const refuse = (where: string): AssayFailure => new AssayFailure(createError('ASSAY-9016', { where }))
