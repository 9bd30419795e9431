import type { AssayError, ErrorCode } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import { findRefusal } from '../network/find-refusal.ts'
import { reasonOf } from '../language-models/provider-error.ts'
import { readRetryAfterMs } from '../language-models/rate-headers.ts'

/** Sends one request to a target; a status outside 2xx is a failure. Throws when the connection fails. */
export async function sendToTarget(
  send: typeof fetch,
  request: { readonly url: string; readonly init: RequestInit },
): Promise<Result<Response>> {
  const response = await send(request.url, request.init)
  return response.ok ? ok(response) : fail(await toStatusError(response, request.url))
}

/** The error of a failed connection; one that was not allowed is no failure that may pass. */
export const toConnectionError = (where: string) => (cause: unknown) =>
  findRefusal(cause) ?? createError('ASSAY-4001', { where, detail: reasonOf(cause).slice(0, 2000) })

async function toStatusError(response: Response, url: string): Promise<AssayError> {
  const body = await response.text()
  const retryAfterMs = readRetryAfterMs(Object.fromEntries(response.headers), Date.now())
  return createError(toCode(response.status), {
    where: `${url} · status ${response.status}`,
    ...(body === '' ? {} : { detail: body.slice(0, 2000) }),
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
  })
}

function toCode(status: number): ErrorCode {
  if (status === 429 || status === 503) return 'ASSAY-4005'
  if (status === 408 || status === 504) return 'ASSAY-4002'
  return 'ASSAY-4003'
}
