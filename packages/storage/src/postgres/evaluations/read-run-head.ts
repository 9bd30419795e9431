import type { Evaluation } from '@assay/contracts/hub'
import type { ControlDatabase } from '../control-database.ts'

/** What must be known of a run before rows of it are taken or given. */
export interface RunHead {
  readonly projectId: string
  readonly status: Evaluation['status']
  /** When the hub came to know it, ISO 8601. */
  readonly createdAt: string
}

/** `null`: there is none, or it was not announced yet. */
export async function readRunHead(database: ControlDatabase, id: string): Promise<RunHead | null> {
  const row = await database
    .selectFrom('evaluations')
    .select(['project_id', 'status', 'created_at'])
    .where('id', '=', id)
    .where('manifest', 'is not', null)
    .executeTakeFirst()
  return row === undefined
    ? null
    : { projectId: row.project_id, status: row.status, createdAt: row.created_at.toISOString() }
}
