import type { RunTableName } from '@assay/contracts/hub'
import { runTables } from '../../files/run-tables.ts'
import type { ControlDatabase } from '../control-database.ts'

/** Rows that are being written to the facts, or were when a process died. */
export interface LineClaim {
  readonly token: string
  readonly from: number
  readonly count: number
  /** ISO 8601. */
  readonly at: string
}

export interface RunTableState {
  /** Rows the facts hold for certain. */
  readonly next: number
  readonly claim: LineClaim | null
}

/** Makes the tables of a run where they are not there. */
export async function createRunTables(database: ControlDatabase, runId: string): Promise<void> {
  await database
    .insertInto('run_tables')
    .values(
      runTables.map((name) => ({
        run_id: runId,
        name,
        next_line: 0,
        claim_token: null,
        claim_from: null,
        claim_count: null,
        claimed_at: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Empty for a run nobody announced. */
export async function readRunTables(
  database: ControlDatabase,
  runId: string,
): Promise<ReadonlyMap<RunTableName, RunTableState>> {
  const rows = await database.selectFrom('run_tables').selectAll().where('run_id', '=', runId).execute()
  return new Map(
    rows.map(({ name, next_line, claim_token, claim_from, claim_count, claimed_at }) => [
      name,
      {
        next: next_line,
        claim:
          claim_token === null || claim_from === null || claim_count === null || claimed_at === null
            ? null
            : { token: claim_token, from: claim_from, count: claim_count, at: claimed_at.toISOString() },
      },
    ]),
  )
}

interface TableOfRun {
  readonly runId: string
  readonly table: RunTableName
}

/** Whether the lines are this caller's to write: nobody else claims any, and they are the next ones. */
export async function claimLines(
  database: ControlDatabase,
  { runId, table }: TableOfRun,
  { token, from, count, at }: LineClaim,
): Promise<boolean> {
  const changed = await database
    .updateTable('run_tables')
    .set({ claim_token: token, claim_from: from, claim_count: count, claimed_at: at })
    .where('run_id', '=', runId)
    .where('name', '=', table)
    .where('next_line', '=', from)
    .where('claim_token', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** The claimed rows are facts now. */
export async function acknowledgeLines(
  database: ControlDatabase,
  { runId, table }: TableOfRun,
  { token, from, count }: LineClaim,
): Promise<void> {
  await database
    .updateTable('run_tables')
    .set({ next_line: from + count, ...noClaim })
    .where('run_id', '=', runId)
    .where('name', '=', table)
    .where('claim_token', '=', token)
    .execute()
}

/** Sets what a look at the facts found, where nothing was changed since the state was read. */
export async function settleLines(
  database: ControlDatabase,
  { runId, table }: TableOfRun,
  { state, next }: { readonly state: RunTableState; readonly next: number },
): Promise<void> {
  let query = database
    .updateTable('run_tables')
    .set({ next_line: next, ...noClaim })
    .where('run_id', '=', runId)
    .where('name', '=', table)
    .where('next_line', '=', state.next)
  query =
    state.claim === null
      ? query.where('claim_token', 'is', null)
      : query.where('claim_token', '=', state.claim.token)
  await query.execute()
}

const noClaim = { claim_token: null, claim_from: null, claim_count: null, claimed_at: null }
