import type { AssayError } from '@assay/contracts'
import { createError } from '@assay/core'

/** PostgreSQL's classes of "no connection", "out of resources: disk" and "shutting down", and what Node says of sockets. */
const notAnswering = /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE)$/
const diskFull = /^(53100|ENOSPC|EDQUOT)$/
/** PostgreSQL stores no NUL, neither in text nor in JSON. */
const unstorable = /^(22021|22P05)$/

/**
 * What broke, as far as people can do something about it; all else is a bug of the hub. A name that was
 * taken, or a thing that went, between a handler's look and its write is told as if the look had found it.
 */
export function toHubError(error: unknown): AssayError {
  for (let cause = error, depth = 0; depth < 5 && cause instanceof Error; cause = cause.cause, depth += 1) {
    const code: unknown = Reflect.get(cause, 'code')
    if (typeof code !== 'string') continue
    if (diskFull.test(code)) return createError('ASSAY-9019', { retryAfterMs: 30_000 })
    if (code === '23505') return createError('ASSAY-9009')
    if (code === '23503')
      return createError('ASSAY-9006', { message: 'It names something that is not there' })
    if (unstorable.test(code))
      return createError('ASSAY-9006', { message: 'A text holds a character that cannot be stored: NUL' })
    if (notAnswering.test(code)) return createError('ASSAY-9011', { retryAfterMs: 5_000 })
  }
  return createError('ASSAY-9021')
}
