import type { Selectable } from 'kysely'
import type { Page, Person } from '@assay/contracts/hub'
import { ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import type { PeopleTables } from '../control-tables.ts'
import { decodeIdCursor, toPage } from '../cursor.ts'

/** People and service accounts, newest first. */
export async function listPeople(
  database: ControlDatabase,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Result<Page<Person>>> {
  let query = database.selectFrom('people').selectAll()
  if (cursor !== undefined) {
    const after = decodeIdCursor(cursor)
    if (!after.ok) return after
    query = query.where('id', '<', after.value)
  }
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return ok(toPage(rows, limit, ({ id }) => [id], toPerson))
}

/** `null`: there is nobody of this id. */
export async function readPerson(database: ControlDatabase, id: string): Promise<Person | null> {
  const row = await database.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toPerson(row)
}

/** Letters of either case are the same address. */
export async function findPersonByEmail(database: ControlDatabase, email: string): Promise<Person | null> {
  const row = await database
    .selectFrom('people')
    .selectAll()
    .where((where) => where(where.fn('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst()
  return row === undefined ? null : toPerson(row)
}

const toPerson = (row: Selectable<PeopleTables['people']>): Person => ({
  id: row.id,
  name: row.name,
  email: row.email,
  kind: row.kind,
  role: row.role,
  createdAt: row.created_at.toISOString(),
  lastSeenAt: row.last_seen_at?.toISOString() ?? null,
  disabled: row.disabled,
  twoFactor: row.two_factor,
})
