import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { createError, fail, ok, type Result } from '@assay/core'
import type { ControlDatabase } from './control-database.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly text: string
}

const folder = new URL('./migrations/', import.meta.url)

/** The numbered files, in their order. */
export async function readControlMigrations(): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (file) => ({
      number: Number.parseInt(file, 10),
      name: file.replace(/\.sql$/, ''),
      text: await readFile(new URL(file, folder), 'utf8'),
    })),
  )
}

/**
 * Brings the tables up to the newest migration; each is one transaction, so that a stop in between leaves the one before.
 * Fails with ASSAY-9012 where the data is newer than this program, or where an applied migration is not the one known here.
 */
export async function migrateControl(
  database: ControlDatabase,
  migrations: readonly Migration[],
  onProgress: (name: string) => void = () => {},
): Promise<Result<number>> {
  await sql`create table if not exists assay_migrations (
    number integer primary key, name text not null, hash text not null, applied_at timestamptz not null default now()
  )`.execute(database)
  const applied = await sql<{ number: number; name: string; hash: string }>`
    select number, name, hash from assay_migrations order by number`.execute(database)
  const known = new Map(migrations.map((each) => [each.number, each]))
  for (const { number, name, hash } of applied.rows)
    if (known.get(number) === undefined || hashOf(known.get(number)?.text ?? '') !== hash)
      return fail(createError('ASSAY-9012', { where: `migration ${name}` }))
  const done = new Set(applied.rows.map(({ number }) => number))
  const open = migrations.filter(({ number }) => !done.has(number))
  for (const migration of open) {
    onProgress(migration.name)
    await applyMigration(database, migration)
  }
  return ok(open.length)
}

/** Statements end with a semicolon at the end of a line. */
async function applyMigration(database: ControlDatabase, { number, name, text }: Migration): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const statement of text.split(/;\s*$/m))
      if (statement.trim() !== '') await sql.raw(statement).execute(transaction)
    await sql`insert into assay_migrations (number, name, hash) values (${number}, ${name}, ${hashOf(text)})`.execute(
      transaction,
    )
  })
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
