import { sql } from 'kysely'
import type { ControlDatabase } from '../control-database.ts'
import type { StoredTable } from './list-stored-tables.ts'

/** Whether there is anything in it: a backup is restored into nothing. */
export async function hasControlTables(database: ControlDatabase): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (select 1 from pg_class where relnamespace = current_schema()::regnamespace
      and relkind in ('r', 'p')) as there`.execute(database)
  return rows[0]?.there ?? false
}

/** Takes out what the migrations themselves wrote, before the rows of a backup come. */
export async function clearMigrationNotes(transaction: ControlDatabase): Promise<void> {
  await sql`delete from assay_migrations`.execute(transaction)
}

/** Rows as a snapshot wrote them, of a table that has exactly these columns. */
export async function loadControlRows(
  transaction: ControlDatabase,
  { name, columns }: StoredTable,
  lines: readonly string[],
): Promise<void> {
  const names = columns.map((column) => sql.ref(column.name))
  const asTexts = columns.map((column) => sql`${sql.ref(column.name)} text`)
  const typed = columns.map((column) => sql`${sql.ref(column.name)}::${sql.raw(column.type)}`)
  await sql`insert into ${sql.table(name)} (${sql.join(names)}) overriding system value
    select ${sql.join(typed)} from json_to_recordset(${`[${lines.join(',')}]`}::json) as texts (${sql.join(asTexts)})`.execute(
    transaction,
  )
}

export async function countControlRows(transaction: ControlDatabase, table: string): Promise<number> {
  const { rows } = await sql<{
    rows: string
  }>`select count(*)::text as rows from ${sql.table(table)}`.execute(transaction)
  return Number(rows[0]?.rows ?? 0)
}
