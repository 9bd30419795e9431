import { createHash } from 'node:crypto'
import { createError, fail, ok, type Result } from '@assay/core'
import { canonicalJson } from '@assay/core/runs'
import { claimIdempotencyKey, keepIdempotentAnswer, type ControlDatabase } from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'
import type { Call } from './request-ports.ts'

const longestKey = 200

/**
 * The Idempotency-Key of a POST that changes something, with a hash of everything the request asks. Fails with ASSAY-9006
 * where it is no key.
 */
export function readIdempotency(
  header: string | undefined,
  { method, unaudited }: Call['endpoint'],
  asked: unknown,
): Result<Call['idempotency']> {
  if (header === undefined || method !== 'POST' || unaudited === true) return ok(null)
  if (header === '' || header.length > longestKey)
    return fail(createError('ASSAY-9006', { where: 'Idempotency-Key', fix: `1 to ${longestKey} characters` }))
  return ok({ key: header, requestHash: createHash('sha256').update(canonicalJson(asked)).digest('hex') })
}

interface Once {
  readonly hub: Pick<Hub, 'seal'>
  /** The transaction of the request: the key holds only together with what the request did. */
  readonly control: ControlDatabase
  readonly call: Call
  readonly at: string
}

/**
 * Does the work, or answers as the same request was answered before. Fails with ASSAY-9013 where the key was used for
 * another request. The answer is kept sealed: it may hold what is shown only once. Of nobody signed in no key is kept.
 */
export async function answerOnce(
  { hub, control, call, at }: Once,
  work: () => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const { idempotency, caller } = call
  if (idempotency === null || caller === null) return work()
  const { key, requestHash } = idempotency
  // By key where there is one: an answer must not reach another key of the same person.
  const callerId = caller.key?.id ?? caller.person.id
  const used = await claimIdempotencyKey(control, { callerId, key, requestHash, at })
  if (used !== null)
    return used.requestHash === requestHash && used.answer !== null
      ? ok(unpacked(hub.seal.open(used.answer)))
      : fail(createError('ASSAY-9013', { where: 'Idempotency-Key' }))
  const done = await work()
  if (done.ok)
    await keepIdempotentAnswer(control, {
      callerId,
      key,
      answer: hub.seal.close(JSON.stringify({ value: done.value })),
    })
  return done
}

/** A value that JSON leaves out was no value. */
function unpacked(text: string): unknown {
  const kept: unknown = JSON.parse(text)
  return typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'value') : undefined
}
