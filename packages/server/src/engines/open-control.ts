import { join } from 'node:path'
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import type { PGlite } from '@electric-sql/pglite'
import type { Pool } from 'pg'
import { createError, fail, ok, type Result } from '@assay/core'
import type { ControlDatabase, ControlTables } from '@assay/storage/postgres'

/** The control database and what pg-boss and better-auth open their own way on it. */
export interface ControlEngine {
  readonly database: ControlDatabase
  readonly engine:
    | { readonly kind: 'pglite'; readonly pglite: PGlite }
    | { readonly kind: 'postgres'; readonly pool: Pool; readonly url: string }
  close(): Promise<void>
}

/** PostgreSQL at the address, else PGlite in the data folder. Fails with ASSAY-9011. */
export async function openControl(
  dataFolder: string,
  postgresUrl: string | null,
): Promise<Result<ControlEngine>> {
  try {
    return ok(postgresUrl === null ? await openEmbedded(dataFolder) : await openServer(postgresUrl))
  } catch (error) {
    const where = postgresUrl === null ? join(dataFolder, 'control') : withoutPassword(postgresUrl)
    return fail(createError('ASSAY-9011', { where, detail: String(error) }))
  }
}

async function openEmbedded(dataFolder: string): Promise<ControlEngine> {
  const { PGlite: Engine } = await import('@electric-sql/pglite')
  const pglite = await Engine.create(join(dataFolder, 'control'))
  const database = new Kysely<ControlTables>({ dialect: new PGliteDialect({ pglite }) })
  return { database, engine: { kind: 'pglite', pglite }, close: () => pglite.close() }
}

async function openServer(url: string): Promise<ControlEngine> {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ connectionString: url, max: 20 })
  // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  await pool.query('select 1')
  const database = new Kysely<ControlTables>({ dialect: new PostgresDialect({ pool }) })
  return { database, engine: { kind: 'postgres', pool, url }, close: () => database.destroy() }
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'postgres'
  const address = new URL(url)
  address.password = ''
  return address.href
}
