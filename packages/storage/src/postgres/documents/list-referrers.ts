import { sql } from 'kysely'
import type { DocumentKind } from '@assay/contracts/hub'
import type { ControlDatabase } from '../control-database.ts'

/** A thing of a project by its name. */
export interface NamedThing {
  readonly id: string
  readonly kind: DocumentKind | 'test-set'
  readonly name: string
  readonly version: number
  readonly archived: boolean
}

/** Documents and test sets of the ids, each with its current version; those of other projects are absent. */
export async function listThings(
  database: ControlDatabase,
  projectId: string,
  ids: readonly string[],
): Promise<readonly NamedThing[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<NamedThing>`
    select id, kind, name, version, archived_at is not null as archived from documents
    where project_id = ${projectId} and id = any(${[...ids]}::uuid[])
    union all
    select id, 'test-set', name, version, archived_at is not null from test_sets
    where project_id = ${projectId} and id = any(${[...ids]}::uuid[])`.execute(database)
  return rows
}

/** Models of the registry that a target may mean by a name: its own, or the provider's. */
export async function listModelsCalled(
  database: ControlDatabase,
  projectId: string,
  name: string,
): Promise<readonly NamedThing[]> {
  const { rows } = await sql<NamedThing>`
    select documents.id, documents.kind, documents.name, documents.version, archived_at is not null as archived
    from documents
    join document_versions on document_versions.document_id = documents.id
      and document_versions.version = documents.version
    where project_id = ${projectId} and kind = 'model' and archived_at is null
      and (name = ${name} or body @> jsonb_build_object('snapshot', ${name}::text))
    order by documents.id desc limit ${mostLinks}`.execute(database)
  return rows
}

/** A form of reference: the versions of documents of the kind that contain the fragment of a body. */
export interface ReferencePattern {
  readonly kind: DocumentKind
  readonly fragment: object
}

/** Links of one kind that are shown. */
const mostLinks = 500

/** Every version of every document that contains one of the fragments, newest first; at most 500. */
export async function listReferrers(
  database: ControlDatabase,
  projectId: string,
  patterns: readonly ReferencePattern[],
): Promise<readonly NamedThing[]> {
  if (patterns.length === 0) return []
  const either = sql.join(
    patterns.map(
      ({ kind, fragment }) =>
        sql`(documents.kind = ${kind} and versions.body @> ${JSON.stringify(fragment)}::jsonb)`,
    ),
    sql` or `,
  )
  const { rows } = await sql<NamedThing>`
    select documents.id, documents.kind, documents.name, versions.version, archived_at is not null as archived
    from document_versions as versions
    join documents on documents.id = versions.document_id
    where documents.project_id = ${projectId} and (${either})
    order by documents.id desc, versions.version desc limit ${mostLinks}`.execute(database)
  return rows
}
