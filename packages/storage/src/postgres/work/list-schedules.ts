import type { DocumentOf } from '@assay/contracts/hub'
import type { ControlDatabase } from '../control-database.ts'
import { readDocument } from '../documents/list-documents.ts'

/** Schedules of all projects that are not archived; those that are paused as well. */
export async function listAllSchedules(
  database: ControlDatabase,
): Promise<readonly DocumentOf<'schedule'>[]> {
  const rows = await database
    .selectFrom('documents')
    .innerJoin('projects', 'projects.id', 'documents.project_id')
    .select(['documents.id', 'documents.project_id'])
    .where('documents.kind', '=', 'schedule')
    .where('documents.archived_at', 'is', null)
    .where('projects.archived_at', 'is', null)
    .orderBy('documents.id')
    .execute()
  const schedules: DocumentOf<'schedule'>[] = []
  for (const { id, project_id } of rows) {
    const document = await readDocument(database, project_id, id)
    if (document?.kind === 'schedule') schedules.push(document)
  }
  return schedules
}
