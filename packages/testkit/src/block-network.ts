import net from 'node:net'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Vitest setup file of the fast tests: any socket to another machine fails at once, so that a test which
 * would leave the machine cannot pass. Loopback stays open for servers the test itself starts.
 */
const connect: unknown = Reflect.get(net.Socket.prototype, 'connect')
const loopback: readonly unknown[] = ['localhost', '127.0.0.1', '::1', undefined]

function hostOf(args: readonly unknown[]): unknown {
  const [first] = args
  const options: unknown = Array.isArray(first) ? first[0] : first
  if (typeof options === 'object' && options !== null) {
    return Reflect.get(options, 'path') === undefined ? Reflect.get(options, 'host') : undefined
  }
  return typeof args[1] === 'string' ? args[1] : undefined
}

function connectLocally(this: net.Socket, ...args: unknown[]): unknown {
  const host = hostOf(args)
  if (!loopback.includes(host))
    throw new Error(`a test tried to reach ${String(host)}: the network is blocked in tests`)
  if (typeof connect !== 'function') throw new Error('bug: net.Socket has no connect')
  return Reflect.apply(connect, this, args)
}

// Test files share a worker, and each runs its setup.
if (typeof connect === 'function' && connect.name !== connectLocally.name) {
  Reflect.set(net.Socket.prototype, 'connect', connectLocally)
  syncBuiltinESMExports()
}
