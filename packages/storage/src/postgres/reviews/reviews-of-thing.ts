import { sql } from 'kysely'
import type { ControlDatabase } from '../control-database.ts'

export interface LinkedReview {
  readonly id: string
  readonly title: string
  readonly status: string
  /** Of the target it is about. */
  readonly version: number
}

/**
 * Reviews that rest on a target, a check, a test set, an evaluation, or on a requirement by its test sets; newest first, at most
 * 500. `version`: of a target; `null`: any.
 */
export async function listReviewsOfThing(
  database: ControlDatabase,
  {
    projectId,
    thingId,
    version,
  }: { readonly projectId: string; readonly thingId: string; readonly version: number | null },
): Promise<readonly LinkedReview[]> {
  const ofVersion =
    version === null
      ? sql`true`
      : sql`(target_version = ${version} or baseline_version is not distinct from ${version})`
  const { rows } = await sql<LinkedReview>`
    select id, title, status, target_version as version from reviews
    where project_id = ${projectId} and (
      (target_id = ${thingId} and ${ofVersion})
      or evaluation_id = ${thingId} or baseline_evaluation_id = ${thingId}
      or ${thingId}::uuid = any(check_ids) or ${thingId}::uuid = any(test_set_ids)
      or test_set_ids && array(
        select jsonb_array_elements_text(document_versions.body -> 'cases' -> 'testSetIds')::uuid
        from documents
        join document_versions on document_versions.document_id = documents.id
          and document_versions.version = documents.version
        where documents.id = ${thingId} and documents.kind = 'requirement'
      )
    )
    order by id desc limit 500`.execute(database)
  return rows
}
