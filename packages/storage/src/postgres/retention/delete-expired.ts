import { sql } from 'kysely'
import type { ControlDatabase } from '../control-database.ts'

/** Answers kept for a repeated request, older than a moment. How many there were. */
export async function deleteOldIdempotencyKeys(database: ControlDatabase, before: string): Promise<number> {
  const gone = await database
    .deleteFrom('idempotency_keys')
    .where('created_at', '<', new Date(before))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** API keys whose time was over before a moment, and invitations nobody took. How many there were. */
export async function deleteExpiredKeys(
  database: ControlDatabase,
  before: string,
): Promise<{ readonly apiKeys: number; readonly invitations: number }> {
  const apiKeys = await database
    .deleteFrom('api_keys')
    .where('expires_at', '<', new Date(before))
    .executeTakeFirst()
  const invitations = await database
    .deleteFrom('invitations')
    .where('expires_at', '<', new Date(before))
    .where('accepted_at', 'is', null)
    .executeTakeFirst()
  return { apiKeys: Number(apiKeys.numDeletedRows), invitations: Number(invitations.numDeletedRows) }
}

/** Sessions and one-time codes whose time is over; their tables are better-auth's. How many there were. */
export async function deleteExpiredSessions(database: ControlDatabase, before: string): Promise<number> {
  const sessions = await sql`delete from auth_session where "expiresAt" < ${before}::timestamptz`.execute(
    database,
  )
  const codes = await sql`delete from auth_verification where "expiresAt" < ${before}::timestamptz`.execute(
    database,
  )
  return Number(sessions.numAffectedRows ?? 0n) + Number(codes.numAffectedRows ?? 0n)
}
