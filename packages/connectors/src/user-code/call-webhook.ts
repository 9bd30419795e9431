import { createError, fail, ok, type Result, type UserCodeRequest } from '@assay/core'
import { fillHeaders } from '../targets/fill-headers.ts'
import type { UserCodeDependencies } from './user-code-dependencies.ts'

const maxReplyBytes = 1_000_000

/** One POST: no retry, no redirect. Anything but a JSON answer with status 2xx fails with ASSAY-7013. */
export async function callWebhook(
  { where, input, timeoutMs, headers = {} }: UserCodeRequest,
  signal: AbortSignal,
  { env, fetch: ask = fetch }: Pick<UserCodeDependencies, 'env' | 'fetch'>,
): Promise<Result<unknown>> {
  const filled = fillHeaders(headers, env)
  if (!filled.ok) return filled
  const broken = (message: string, detail?: string) =>
    fail(createError('ASSAY-7013', { where, message, ...(detail === undefined ? {} : { detail }) }))
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    const response = await ask(where, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...filled.value },
      body: JSON.stringify(input),
      signal: AbortSignal.any([timeout, signal]),
    })
    if (response.status >= 300 && response.status < 400)
      return broken(`The webhook redirects (status ${response.status}), which is not followed`)
    const text = await readLimited(response)
    if (text === null) return broken(`The webhook answered more than ${maxReplyBytes} bytes`)
    if (!response.ok)
      return broken(`The webhook answered with status ${response.status}`, text.slice(0, 2000))
    return parseReply(text) ?? broken('The webhook did not answer with JSON', text.slice(0, 2000))
  } catch (cause) {
    if (signal.aborted) return fail(createError('ASSAY-6006', { where }))
    if (timeout.aborted) return broken(`The webhook took longer than ${timeoutMs} ms`)
    return broken('The webhook could not be reached', describeCause(cause))
  }
}

/** `null`: it is too long. */
async function readLimited({ body }: Response): Promise<string | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += part.byteLength
    if (size > maxReplyBytes) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parseReply(text: string): Result<unknown> | null {
  try {
    return ok(JSON.parse(text))
  } catch {
    return null
  }
}

/** `fetch failed` says nothing; its cause does. */
const describeCause = (cause: unknown): string =>
  cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause)
