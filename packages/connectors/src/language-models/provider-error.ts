import { APICallError } from '@ai-sdk/provider'
import type { AssayError, ErrorCode } from '@assay/contracts'
import { createError } from '@assay/core'
import { findRefusal } from '../network/find-refusal.ts'
import { readRetryAfterMs } from './rate-headers.ts'

/** What a failure is told about the call it belongs to. */
export interface CallContext {
  /** `provider:model`. */
  readonly id: string
  /** Environment variable of the key; `null` when none is needed. */
  readonly keyEnv: string | null
  /** Taken out of every text that is kept. */
  readonly secrets: readonly string[]
}

/** A provider's answer that is not a reply. */
export interface FailedResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
  /** The provider's own sentence, where it was found. */
  readonly message?: string
}

/** Maps what a provider package throws to the catalogue. */
export function toProviderError(cause: unknown, context: CallContext): AssayError {
  const refusal = findRefusal(cause)
  if (refusal !== null) return refusal
  if (isAbort(cause)) return createError('ASSAY-5003', { where: context.id })
  if (APICallError.isInstance(cause)) return fromApiCallError(cause, context)
  const message = cause instanceof Error ? cause.message : String(cause)
  const code = /^AI_(?:Unsupported|Invalid)/.test(nameOf(cause)) ? 'ASSAY-5006' : 'ASSAY-5005'
  return createError(code, { where: context.id, detail: cleanText(message, context) })
}

function fromApiCallError(cause: APICallError, context: CallContext): AssayError {
  if (isAbort(cause.cause)) return createError('ASSAY-5003', { where: context.id })
  const at = `${context.id} · ${cause.url}`
  if (cause.statusCode === undefined)
    return createError('ASSAY-5002', { where: at, detail: cleanText(reasonOf(cause), context) })
  const response = {
    status: cause.statusCode,
    headers: cause.responseHeaders ?? {},
    body: cause.responseBody ?? '',
    message: cause.message,
  }
  return toResponseError(response, context)
}

/** Maps a status code. A 2xx here means that the body could not be read. */
export function toResponseError(response: FailedResponse, context: CallContext): AssayError {
  const code = toCode(response)
  const requestId = readRequestId(response.headers)
  const retryAfterMs = readRetryAfterMs(response.headers, Date.now()) ?? readGoogleDelayMs(response.body)
  const detail = cleanText(response.body === '' ? (response.message ?? '') : response.body, context)
  return createError(code, {
    where: [context.id, `status ${response.status}`, requestId && `request ${requestId}`]
      .filter(Boolean)
      .join(' · '),
    ...(detail === '' ? {} : { detail }),
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
    ...(code === 'ASSAY-5007' && context.keyEnv !== null
      ? { fix: `check the environment variable ${context.keyEnv}` }
      : {}),
  })
}

function toCode({ status, body }: FailedResponse): ErrorCode {
  if (status === 401) return 'ASSAY-5007'
  if (status === 408) return 'ASSAY-5003'
  // OpenAI answers 429 when the account is out of money: asking again cannot help.
  if (status === 429) return body.includes('insufficient_quota') ? 'ASSAY-5006' : 'ASSAY-5004'
  return status >= 400 && status < 500 ? 'ASSAY-5006' : 'ASSAY-5005'
}

export const readRequestId = (headers: FailedResponse['headers']): string | null =>
  headers['x-request-id'] ??
  headers['request-id'] ??
  headers['x-amzn-requestid'] ??
  headers['apim-request-id'] ??
  null

/** `google.rpc.RetryInfo` carries the wait in the body: `"retryDelay": "34.4s"`. */
function readGoogleDelayMs(body: string): number | null {
  const seconds = /"retryDelay"\s*:\s*"([\d.]+)s"/.exec(body)?.[1]
  return seconds === undefined ? null : Math.round(Number(seconds) * 1000)
}

const cleanText = (text: string, { secrets }: CallContext): string =>
  secrets.reduce((kept, secret) => kept.replaceAll(secret, '[redacted]'), text).slice(0, 2000)

export const isAbort = (cause: unknown): boolean => /^(?:AbortError|TimeoutError)$/.test(nameOf(cause))

const nameOf = (cause: unknown): string => (cause instanceof Error ? cause.name : '')

/** The innermost reason of a failed fetch: `connect ECONNREFUSED 127.0.0.1:1`. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  return cause.cause === undefined ? cause.message : `${cause.message}: ${reasonOf(cause.cause)}`
}
