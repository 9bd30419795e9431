import type { Evaluation } from '@assay/contracts/hub'
import type { ControlDatabase } from '../control-database.ts'

/** What must be known of a run before rows of it are taken or given. */
export interface RunHead {
  readonly projectId: string
  readonly status: Evaluation['status']
  /** When the hub came to know it, ISO 8601. */
  readonly createdAt: string
  /** The project keeps them no longer: none is given, none is taken. */
  readonly areRowsRemoved: boolean
}

/** `null`: there is none, or it was not announced yet. */
export async function readRunHead(database: ControlDatabase, id: string): Promise<RunHead | null> {
  const row = await database
    .selectFrom('evaluations')
    .select(['project_id', 'status', 'created_at', 'rows_removed_at'])
    .where('id', '=', id)
    .where('manifest', 'is not', null)
    .executeTakeFirst()
  return row === undefined
    ? null
    : {
        projectId: row.project_id,
        status: row.status,
        createdAt: row.created_at.toISOString(),
        areRowsRemoved: row.rows_removed_at !== null,
      }
}

/** Which results of an evaluation count. */
export interface FiguresHead {
  readonly id: string
  readonly projectId: string
  /** 0: there are none. */
  readonly summaryNumber: number
}

/** `null`: there is no such evaluation. */
export async function readFiguresHead(database: ControlDatabase, id: string): Promise<FiguresHead | null> {
  const row = await database
    .selectFrom('evaluations')
    .select(['id', 'project_id', 'summary_number'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined
    ? null
    : { id: row.id, projectId: row.project_id, summaryNumber: row.summary_number }
}
