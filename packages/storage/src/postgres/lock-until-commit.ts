import { sql } from 'kysely'
import type { ControlDatabase } from './control-database.ts'

/** Keys of PostgreSQL's advisory locks; any numbers that nothing else in the database uses. */
const keys = { audit: 4_151_601, rights: 4_151_602 } as const

/**
 * Waits until no other transaction holds it; it ends with the caller's. Order where both are taken: `rights`, then `audit`,
 * which the pipeline takes last.
 */
export async function lockUntilCommit(transaction: ControlDatabase, what: keyof typeof keys): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(keys[what])})`.execute(transaction)
}
