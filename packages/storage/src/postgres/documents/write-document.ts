import type { Updateable } from 'kysely'
import type { DocumentKind, HubDocument } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import type { DocumentTables } from '../document-tables.ts'
import { toJsonText } from '../json-text.ts'
import { isUniqueViolation } from '../unique-violation.ts'
import { readDocument } from './list-documents.ts'

export type DocumentKey = Pick<HubDocument, 'id' | 'projectId' | 'kind'>

/** Who changes it, when and why. */
export interface DocumentStamp {
  readonly by: string
  /** ISO 8601. */
  readonly at: string
  readonly note: string
}

/** Makes it as version 1. Fails with ASSAY-9009 where the kind has the name already. */
export async function insertDocument(
  database: ControlDatabase,
  document: DocumentKey & { readonly name: string; readonly body: object },
  stamp: DocumentStamp,
): Promise<Result<HubDocument>> {
  const { id, projectId, kind, name, body } = document
  if (await isNameTaken(database, document, name)) return nameIsTaken(kind, name)
  try {
    await database
      .insertInto('documents')
      .values({
        id,
        project_id: projectId,
        kind,
        name,
        version: 1,
        created_at: stamp.at,
        created_by: stamp.by,
        changed_at: stamp.at,
        changed_by: stamp.by,
        archived_at: null,
        revision: 1,
      })
      .execute()
  } catch (error) {
    if (isUniqueViolation(error)) return nameIsTaken(kind, name)
    throw error
  }
  await insertVersion(database, { documentId: id, version: 1, body, restores: null }, stamp)
  return written(database, document)
}

export interface DocumentChange {
  /** As it was read: another revision by now is ASSAY-9004. */
  readonly before: HubDocument
  readonly name?: string | undefined
  readonly archived?: boolean | undefined
  /** Makes a new version. `restores`: the version whose body it is. */
  readonly body?: { readonly value: object; readonly restores: number | null } | undefined
}

/** Fails with ASSAY-9004 where somebody else changed it since, ASSAY-9009 where the kind has the name already. */
export async function updateDocument(
  database: ControlDatabase,
  { before, name, archived, body }: DocumentChange,
  stamp: DocumentStamp,
): Promise<Result<HubDocument>> {
  const { id, kind, revision } = before
  const finalName = name ?? before.name
  const isArchived = archived ?? before.archivedAt !== null
  const collides = !isArchived && (await isNameTaken(database, before, finalName))
  if (collides) return nameIsTaken(kind, finalName)
  const set: Updateable<DocumentTables['documents']> = {
    changed_at: stamp.at,
    changed_by: stamp.by,
    revision: revision + 1,
    name: finalName,
  }
  if (isArchived !== (before.archivedAt !== null)) set.archived_at = isArchived ? stamp.at : null
  if (body !== undefined) set.version = before.version + 1
  try {
    const changed = await database
      .updateTable('documents')
      .set(set)
      .where('id', '=', id)
      .where('revision', '=', revision)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) return fail(createError('ASSAY-9004', { where: id }))
  } catch (error) {
    if (isUniqueViolation(error)) return nameIsTaken(kind, finalName)
    throw error
  }
  if (body !== undefined) {
    const { value, restores } = body
    await insertVersion(
      database,
      { documentId: id, version: before.version + 1, body: value, restores },
      stamp,
    )
  }
  return written(database, before)
}

interface NewVersion {
  readonly documentId: string
  readonly version: number
  readonly body: object
  readonly restores: number | null
}

async function insertVersion(
  database: ControlDatabase,
  { documentId, version, body, restores }: NewVersion,
  { at, by, note }: DocumentStamp,
): Promise<void> {
  await database
    .insertInto('document_versions')
    .values({
      document_id: documentId,
      version,
      body: toJsonText(body),
      note,
      created_at: at,
      created_by: by,
      restores,
    })
    .execute()
}

async function written(
  database: ControlDatabase,
  { projectId, id }: DocumentKey,
): Promise<Result<HubDocument>> {
  const document = await readDocument(database, projectId, id)
  return document === null ? fail(createError('ASSAY-9003', { where: id })) : ok(document)
}

/** By another of its kind that is not archived. */
async function isNameTaken(
  database: ControlDatabase,
  { id, projectId, kind }: DocumentKey,
  name: string,
): Promise<boolean> {
  const row = await database
    .selectFrom('documents')
    .select('id')
    .where('project_id', '=', projectId)
    .where('kind', '=', kind)
    .where('id', '!=', id)
    .where('archived_at', 'is', null)
    .where((where) => where(where.fn('lower', ['name']), '=', where.fn('lower', [where.val(name)])))
    .executeTakeFirst()
  return row !== undefined
}

const nameIsTaken = (kind: DocumentKind, name: string): Result<never> =>
  fail(
    createError('ASSAY-9009', {
      message: `There is a ${kind.replaceAll('-', ' ')} ${name} already`,
      where: 'name',
    }),
  )
