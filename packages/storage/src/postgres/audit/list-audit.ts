import { sql, type Selectable } from 'kysely'
import type { AuditEntry, Page } from '@assay/contracts/hub'
import { ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import type { PeopleTables } from '../control-tables.ts'
import { decodeNumberCursor, toPage } from '../cursor.ts'

export interface AuditFilter {
  readonly projectId?: string | undefined
  readonly personId?: string | undefined
  readonly action?: string | undefined
  readonly subjectId?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Newest first. */
export async function listAudit(
  database: ControlDatabase,
  filter: AuditFilter,
): Promise<Result<Page<AuditEntry>>> {
  const { limit } = filter
  let query = database.selectFrom('audit_entries').selectAll()
  if (filter.projectId !== undefined) query = query.where('project_id', '=', filter.projectId)
  if (filter.personId !== undefined) query = query.where('by_id', '=', filter.personId)
  if (filter.action !== undefined) query = query.where('action', '=', filter.action)
  if (filter.subjectId !== undefined) query = query.where(sql`subject ->> 'id'`, '=', filter.subjectId)
  if (filter.from !== undefined) query = query.where('at', '>=', new Date(filter.from))
  if (filter.to !== undefined) query = query.where('at', '<', new Date(filter.to))
  if (filter.cursor !== undefined) {
    const after = decodeNumberCursor(filter.cursor)
    if (!after.ok) return after
    query = query.where('sequence', '<', after.value)
  }
  const rows = await query
    .orderBy('sequence', 'desc')
    .limit(limit + 1)
    .execute()
  return ok(toPage(rows, limit, ({ sequence }) => [sequence], toAuditEntry))
}

/** In the order of the chain, those after the given number. */
export async function readAuditAfter(
  database: ControlDatabase,
  sequence: number,
  limit: number,
): Promise<readonly AuditEntry[]> {
  const rows = await database
    .selectFrom('audit_entries')
    .selectAll()
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .execute()
  return rows.map(toAuditEntry)
}

const toAuditEntry = (row: Selectable<PeopleTables['audit_entries']>): AuditEntry => ({
  sequence: row.sequence,
  at: row.at.toISOString(),
  by: row.by_id === null ? null : { id: row.by_id, name: row.by_name ?? '' },
  action: row.action,
  projectId: row.project_id,
  subject: row.subject,
  changes: row.changes,
  address: row.address,
  key: row.key,
  hash: row.hash,
})
