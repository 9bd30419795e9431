import { sql } from 'kysely'
import { documentSchema, type DocumentKind, type HubDocument } from '@assay/contracts/hub'
import { ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import { decodeIdCursor, toPage } from '../cursor.ts'

export interface DocumentFilter {
  readonly projectId: string
  readonly kind?: DocumentKind | undefined
  /** Part of its name, in any case. */
  readonly name?: string | undefined
  readonly archived: boolean
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Newest first, each as it stands. */
export async function listDocuments(
  database: ControlDatabase,
  filter: DocumentFilter,
): Promise<Result<{ items: HubDocument[]; next: string | null; total: number }>> {
  let query = selectDocuments(database)
    .where('documents.project_id', '=', filter.projectId)
    .where('documents.archived_at', filter.archived ? 'is not' : 'is', null)
  if (filter.kind !== undefined) query = query.where('documents.kind', '=', filter.kind)
  if (filter.name !== undefined)
    query = query.where(sql`position(lower(${filter.name}) in lower(documents.name))`, '>', 0)
  const { total } = await query
    .clearSelect()
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  if (filter.cursor !== undefined) {
    const key = decodeIdCursor(filter.cursor)
    if (!key.ok) return key
    query = query.where('documents.id', '<', key.value)
  }
  const rows = await query
    .orderBy('documents.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  return ok({ ...toPage(rows, filter.limit, ({ id }) => [id], documentOf), total })
}

/** As it stands; `null`: the project has none of this id. */
export async function readDocument(
  database: ControlDatabase,
  projectId: string,
  id: string,
): Promise<HubDocument | null> {
  const row = await selectDocuments(database)
    .where('documents.project_id', '=', projectId)
    .where('documents.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : documentOf(row)
}

/** Those of a kind that are not archived, by name: a project has tens, not thousands. */
export async function listAllDocuments<K extends DocumentKind>(
  database: ControlDatabase,
  projectId: string,
  kind: K,
): Promise<readonly Extract<HubDocument, { kind: K }>[]> {
  const rows = await selectDocuments(database)
    .where('documents.project_id', '=', projectId)
    .where('documents.kind', '=', kind)
    .where('documents.archived_at', 'is', null)
    .orderBy('documents.name')
    .execute()
  return rows.map(documentOf).filter((each): each is Extract<HubDocument, { kind: K }> => each.kind === kind)
}

const selectDocuments = (database: ControlDatabase) =>
  database
    .selectFrom('documents')
    .innerJoin('document_versions', (join) =>
      join
        .onRef('document_versions.document_id', '=', 'documents.id')
        .onRef('document_versions.version', '=', 'documents.version'),
    )
    .innerJoin('people as makers', 'makers.id', 'documents.created_by')
    .innerJoin('people as changers', 'changers.id', 'documents.changed_by')
    .selectAll('documents')
    .select([
      'document_versions.body',
      'document_versions.note',
      'makers.name as created_by_name',
      'changers.name as changed_by_name',
    ])

type DocumentRow = Awaited<ReturnType<ReturnType<typeof selectDocuments>['execute']>>[number]

const documentOf = (row: DocumentRow): HubDocument =>
  documentSchema.parse({
    id: row.id,
    projectId: row.project_id,
    kind: row.kind,
    name: row.name,
    version: row.version,
    body: row.body,
    note: row.note,
    createdAt: row.created_at.toISOString(),
    createdBy: { id: row.created_by, name: row.created_by_name },
    changedAt: row.changed_at.toISOString(),
    changedBy: { id: row.changed_by, name: row.changed_by_name },
    archivedAt: row.archived_at?.toISOString() ?? null,
    revision: row.revision,
  })
