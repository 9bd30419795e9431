import type { Actor } from '@assay/contracts/hub'
import { ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import { decodeNumberCursor, toPage } from '../cursor.ts'

/** How one version of a set came to be. */
export interface TestSetVersion {
  version: number
  at: string
  by: Actor
  note: string
  added: number
  changed: number
  removed: number
}

/** Newest first. */
export async function listTestSetVersions(
  database: ControlDatabase,
  testSetId: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Result<{ items: TestSetVersion[]; next: string | null }>> {
  let query = database
    .selectFrom('test_set_versions')
    .innerJoin('people', 'people.id', 'test_set_versions.made_by')
    .selectAll('test_set_versions')
    .select('people.name as made_by_name')
    .where('test_set_id', '=', testSetId)
  if (cursor !== undefined) {
    const key = decodeNumberCursor(cursor)
    if (!key.ok) return key
    query = query.where('version', '<', key.value)
  }
  const rows = await query
    .orderBy('version', 'desc')
    .limit(limit + 1)
    .execute()
  return ok(
    toPage(
      rows,
      limit,
      ({ version }) => [version],
      (row) => ({
        version: row.version,
        at: row.made_at.toISOString(),
        by: { id: row.made_by, name: row.made_by_name },
        note: row.note,
        added: row.added,
        changed: row.changed,
        removed: row.removed,
      }),
    ),
  )
}

/** How many cases a version holds; `null`: there is no such version. */
export async function countVersion(
  database: ControlDatabase,
  testSetId: string,
  version: number,
): Promise<{ readonly active: number; readonly draft: number } | null> {
  // What PostgreSQL's `integer` cannot hold is no version of anything.
  if (version < 0 || version >= 2 ** 31) return null
  const row = await database
    .selectFrom('test_set_versions')
    .select(['active_cases', 'draft_cases'])
    .where('test_set_id', '=', testSetId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row === undefined ? null : { active: row.active_cases, draft: row.draft_cases }
}
