import { sql } from 'kysely'
import type { ControlDatabase } from '../control-database.ts'

interface Claim {
  readonly callerId: string
  readonly key: string
  readonly requestHash: string
  /** ISO 8601 of this request. */
  readonly at: string
}

/** Hours after which a key may be used for another request. */
const keptHours = 24

/**
 * Claims the key for this request, or gives what it was used for. A request with the same key that is still at work in
 * another transaction is waited for. Keys of a day ago are gone.
 */
export async function claimIdempotencyKey(
  transaction: ControlDatabase,
  { callerId, key, requestHash, at }: Claim,
): Promise<{ readonly requestHash: string; readonly answer: string | null } | null> {
  const oldest = new Date(Date.parse(at) - keptHours * 3_600_000)
  // A key that another request removes at this moment is left to it: two cleaners must not wait for one another.
  await sql`delete from idempotency_keys where (caller_id, key) in (
    select caller_id, key from idempotency_keys where created_at < ${oldest} limit 500 for update skip locked
  )`.execute(transaction)
  await transaction
    .deleteFrom('idempotency_keys')
    .where('caller_id', '=', callerId)
    .where('key', '=', key)
    .where('created_at', '<', oldest)
    .execute()
  const claimed = await transaction
    .insertInto('idempotency_keys')
    .values({ caller_id: callerId, key, request_hash: requestHash, answer: null, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 1n) return null
  const used = await transaction
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'answer'])
    .where('caller_id', '=', callerId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return { requestHash: used.request_hash, answer: used.answer }
}

/** What the same request is answered with from now on. */
export async function keepIdempotentAnswer(
  transaction: ControlDatabase,
  { callerId, key, answer }: Pick<Claim, 'callerId' | 'key'> & { readonly answer: string },
): Promise<void> {
  await transaction
    .updateTable('idempotency_keys')
    .set({ answer })
    .where('caller_id', '=', callerId)
    .where('key', '=', key)
    .execute()
}
