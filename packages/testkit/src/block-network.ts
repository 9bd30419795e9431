import net from 'node:net'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Vitest setup file of the fast tests: any socket to another machine fails at once, so that a test which
 * would leave the machine cannot pass. Loopback stays open for servers the test itself starts.
 */
const connect: unknown = Reflect.get(net.Socket.prototype, 'connect')
const local = new Set(['localhost', '127.0.0.1', '::1', undefined])

net.Socket.prototype.connect = function blocked(this: net.Socket, ...args: unknown[]) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0]
  const host =
    typeof first === 'object' && first !== null
      ? Reflect.get(first, 'host')
      : typeof args[1] === 'string'
        ? args[1]
        : undefined
  const path = typeof first === 'object' && first !== null ? Reflect.get(first, 'path') : undefined
  if (path === undefined && !local.has(host))
    throw new Error(`a test tried to reach ${String(host)}: the network is blocked in tests`)
  if (typeof connect !== 'function') throw new Error('bug: no connect')
  return Reflect.apply(connect, this, args)
} as typeof connect
syncBuiltinESMExports()
