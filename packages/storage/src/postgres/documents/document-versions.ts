import { documentVersionSchema, type DocumentVersion } from '@assay/contracts/hub'
import { ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import { decodeNumberCursor, toPage } from '../cursor.ts'

/** Newest first. */
export async function listDocumentVersions(
  database: ControlDatabase,
  documentId: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Result<{ items: DocumentVersion[]; next: string | null }>> {
  let query = selectVersions(database, documentId)
  if (cursor !== undefined) {
    const key = decodeNumberCursor(cursor)
    if (!key.ok) return key
    query = query.where('document_versions.version', '<', key.value)
  }
  const rows = await query
    .orderBy('document_versions.version', 'desc')
    .limit(limit + 1)
    .execute()
  return ok(toPage(rows, limit, ({ version }) => [version], toVersion))
}

/** `null`: it has no such version. */
export async function readDocumentVersion(
  database: ControlDatabase,
  documentId: string,
  version: number,
): Promise<DocumentVersion | null> {
  const row = await selectVersions(database, documentId)
    .where('document_versions.version', '=', version)
    .executeTakeFirst()
  return row === undefined ? null : toVersion(row)
}

const selectVersions = (database: ControlDatabase, documentId: string) =>
  database
    .selectFrom('document_versions')
    .innerJoin('people', 'people.id', 'document_versions.created_by')
    .selectAll('document_versions')
    .select('people.name as created_by_name')
    .where('document_versions.document_id', '=', documentId)

type VersionRow = Awaited<ReturnType<ReturnType<typeof selectVersions>['execute']>>[number]

const toVersion = (row: VersionRow): DocumentVersion =>
  documentVersionSchema.parse({
    version: row.version,
    body: row.body,
    note: row.note,
    createdAt: row.created_at.toISOString(),
    createdBy: { id: row.created_by, name: row.created_by_name },
    restores: row.restores,
  })
