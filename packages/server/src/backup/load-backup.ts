import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { createError, fail, ok, type Result } from '@assay/core'
import {
  countFactRows,
  factTables,
  loadFactRows,
  migrateFacts,
  readFactsMigrations,
  type FactsDatabase,
  type FactTable,
} from '@assay/storage/clickhouse'
import {
  clearMigrationNotes,
  countControlRows,
  listStoredTables,
  loadControlRows,
  migrateControl,
  readControlMigrations,
  type ControlDatabase,
  type StoredTable,
} from '@assay/storage/postgres'
import type { ControlEngine } from '../engines/open-control.ts'
import { createIdentity } from '../identity/create-identity.ts'
import type { BackupFile, BackupManifest } from './backup-manifest.ts'
import { readLineGroups } from './hashed-file.ts'
import type { HubSettings } from '../settings.ts'

export interface Filling {
  readonly settings: HubSettings
  /** The backup's. */
  readonly folder: string
  readonly manifest: BackupManifest
  readonly onProgress: (step: string) => void
}

type IdentityParts = Omit<Parameters<typeof createIdentity>[0], 'control'>

/**
 * The tables as they were at the migration of the backup, all rows of it or none. What is newer is made by the hub's next
 * start. Fails with ASSAY-9012 where this program does not know the migrations or tables of the backup.
 */
export async function loadControl(
  { folder, manifest, onProgress }: Filling,
  engine: ControlEngine,
  auth: IdentityParts,
): Promise<Result<void>> {
  const { database } = engine
  const known = await readControlMigrations()
  const migrations = pick(known, manifest.migrations.control)
  if (migrations === null) return fail(isNewer('control'))
  const migrated = await migrateControl(database, migrations)
  if (!migrated.ok) return migrated
  await createIdentity({ ...auth, control: engine })
  const tables = await listStoredTables(database)
  const files = manifest.files.filter(({ kind }) => kind === 'control')
  const odd = findOddTable(tables, files)
  if (odd !== null) return fail(isNewer(odd))
  return database.transaction().execute(async (transaction) => {
    onProgress('writing people, documents, test sets and evaluations')
    await clearMigrationNotes(transaction)
    for (const table of tables) {
      const file = files.find((each) => each.table === table.name)
      if (file === undefined) continue
      await loadTable(transaction, table, { folder, file })
    }
    return ok(undefined)
  })
}

async function loadTable(
  transaction: ControlDatabase,
  table: StoredTable,
  { folder, file }: { readonly folder: string; readonly file: BackupFile },
): Promise<void> {
  for await (const lines of readLineGroups(join(folder, file.path)))
    await loadControlRows(transaction, table, lines)
  const rows = await countControlRows(transaction, table.name)
  if (rows !== file.rows) throw new Error(`bug: ${table.name} has ${rows} rows, the backup ${file.rows}`)
}

/** A table of the backup that is not here, or has other columns; `null`: there is none. */
function findOddTable(tables: readonly StoredTable[], files: readonly BackupFile[]): string | null {
  const here = new Map(tables.map(({ name, columns }) => [name, shapeOf(columns)]))
  return files.find(({ table, columns }) => here.get(table) !== shapeOf(columns))?.table ?? null
}

const shapeOf = (columns: StoredTable['columns']): string =>
  columns
    .map(({ name, type }) => `${name} ${type}`)
    .toSorted()
    .join(', ')

/** Rows in their tables, as many as the backup has. */
export async function loadFacts(
  { folder, manifest, onProgress }: Filling,
  facts: FactsDatabase,
): Promise<Result<void>> {
  const migrations = pick(await readFactsMigrations(), manifest.migrations.facts)
  if (migrations === null) return fail(isNewer('facts'))
  const migrated = await migrateFacts(facts, () => {}, migrations)
  if (!migrated.ok) return migrated
  for (const file of manifest.files) {
    if (file.kind !== 'facts') continue
    const table = factTables.find((each): each is FactTable => each === file.table)
    if (table === undefined) return fail(isNewer(file.table))
    onProgress(`writing facts: ${table}`)
    for await (const lines of readLineGroups(join(folder, file.path))) await loadFactRows(facts, table, lines)
    const rows = await countFactRows(facts, table)
    if (rows !== file.rows) throw new Error(`bug: ${table} has ${rows} rows, the backup ${file.rows}`)
  }
  return ok(undefined)
}

/** The known migrations the backup was made after; `null`: it has others. */
function pick<T extends { readonly number: number; readonly text: string }>(
  known: readonly T[],
  applied: BackupManifest['migrations']['control'],
): readonly T[] | null {
  const picked = known.filter(({ number, text }) =>
    applied.some(
      (each) => each.number === number && each.hash === createHash('sha256').update(text).digest('hex'),
    ),
  )
  return picked.length === applied.length ? picked : null
}

const isNewer = (where: string) =>
  createError('ASSAY-9012', {
    message: 'The backup was made by another version of Assay',
    where,
    fix: 'restore it with the version that made it, or a later one',
  })
