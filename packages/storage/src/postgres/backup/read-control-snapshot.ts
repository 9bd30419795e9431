import { sql } from 'kysely'
import type { RunTableName } from '@assay/contracts/hub'
import type { ControlDatabase } from '../control-database.ts'
import { listStoredTables, type StoredTable } from './list-stored-tables.ts'

/** How far the facts of a run count: what stands behind is still being written. */
export interface RunPoint {
  readonly projectId: string
  readonly runId: string
  /** Of the results that count; 0: there are none. */
  readonly summaryNumber: number
  /** Acknowledged rows of each table. */
  readonly lines: Readonly<Partial<Record<RunTableName, number>>>
}

/** One moment of the control database. */
export interface ControlSnapshot {
  readonly tables: readonly StoredTable[]
  readonly migrations: readonly { readonly number: number; readonly name: string; readonly hash: string }[]
  readonly runs: readonly RunPoint[]
  readonly engineVersion: string
  /** Rows as JSON texts, some at a time: each value as PostgreSQL writes it as text, so that it comes back exactly. */
  readRows(table: StoredTable): AsyncIterable<readonly string[]>
}

/** Everything `work` reads is of one moment. PGlite does nothing else meanwhile: keep it short. */
export const readControlSnapshot = <T>(
  database: ControlDatabase,
  work: (snapshot: ControlSnapshot) => Promise<T>,
): Promise<T> =>
  database.transaction().execute(async (transaction) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(transaction)
    return work({
      tables: await listStoredTables(transaction),
      migrations: await readMigrations(transaction),
      runs: await readRuns(transaction),
      engineVersion: await readVersion(transaction),
      readRows: (table) => readRows(transaction, table),
    })
  })

const rowsAtOnce = 500

async function* readRows(
  transaction: ControlDatabase,
  { name, columns }: StoredTable,
): AsyncGenerator<readonly string[], undefined> {
  const texts = columns.map((column) => sql`${sql.ref(column.name)}::text as ${sql.ref(column.name)}`)
  await sql`declare assay_backup no scroll cursor for
    select row_to_json(texts)::text as line from (select ${sql.join(texts)} from ${sql.table(name)}) as texts`.execute(
    transaction,
  )
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(rowsAtOnce)} from assay_backup`.execute(
      transaction,
    )
    if (rows.length > 0) yield rows.map(({ line }) => line)
    if (rows.length < rowsAtOnce) break
  }
  await sql`close assay_backup`.execute(transaction)
}

async function readMigrations(transaction: ControlDatabase): Promise<ControlSnapshot['migrations']> {
  const { rows } = await sql<ControlSnapshot['migrations'][number]>`
    select number, name, hash from assay_migrations order by number`.execute(transaction)
  return rows
}

async function readRuns(transaction: ControlDatabase): Promise<readonly RunPoint[]> {
  const { rows } = await sql<RunPoint>`
    select evaluations.project_id as "projectId", evaluations.id as "runId",
      evaluations.summary_number as "summaryNumber",
      coalesce(json_object_agg(run_tables.name, run_tables.next_line) filter (where run_tables.name is not null), '{}')
        as lines
    from evaluations left join run_tables on run_tables.run_id = evaluations.id
    group by evaluations.id order by evaluations.created_at, evaluations.id`.execute(transaction)
  return rows
}

async function readVersion(transaction: ControlDatabase): Promise<string> {
  const { rows } = await sql<{
    version: string
  }>`select current_setting('server_version') as version`.execute(transaction)
  return rows[0]?.version ?? ''
}
