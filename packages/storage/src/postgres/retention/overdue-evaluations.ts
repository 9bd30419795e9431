import { sql } from 'kysely'
import type { ControlDatabase } from '../control-database.ts'

export interface OverdueEvaluation {
  readonly id: string
  readonly projectId: string
  readonly name: string
  /** Of its project. */
  readonly retentionDays: number
}

/** Evaluations whose rows are kept no longer: ended, or stopped, longer ago than their project keeps rows. Oldest first. */
export async function listOverdueEvaluations(
  database: ControlDatabase,
  { at, limit }: { readonly at: string; readonly limit: number },
): Promise<readonly OverdueEvaluation[]> {
  const { rows } = await sql<OverdueEvaluation>`
    select evaluations.id, evaluations.project_id as "projectId", evaluations.name,
      projects.retention_days as "retentionDays"
    from evaluations join projects on projects.id = evaluations.project_id
    where projects.retention_days is not null and evaluations.rows_removed_at is null
      and evaluations.status in ('finished', 'failed', 'stopped')
      and coalesce(evaluations.finished_at, evaluations.created_at)
        < ${at}::timestamptz - projects.retention_days * interval '24 hours'
    order by evaluations.created_at, evaluations.id limit ${limit}`.execute(database)
  return rows
}

/**
 * From here on no row of it is given or taken; whether it was still to be done. Before the facts are removed, so that
 * nobody reads half of them.
 */
export async function markRowsRemoved(
  transaction: ControlDatabase,
  id: string,
  at: string,
): Promise<boolean> {
  const marked = await transaction
    .updateTable('evaluations')
    .set({ rows_removed_at: at, rows_removal_due: true, summary_due: false })
    .where('id', '=', id)
    .where('rows_removed_at', 'is', null)
    .where('status', 'in', ['finished', 'failed', 'stopped'])
    .executeTakeFirst()
  if (marked.numUpdatedRows === 0n) return false
  await transaction
    .updateTable('run_tables')
    .set({ next_line: 0, claim_token: null, claim_from: null, claim_count: null, claimed_at: null })
    .where('run_id', '=', id)
    .execute()
  return true
}

/** Marked, and their facts perhaps still there. */
export async function listDueRemovals(
  database: ControlDatabase,
): Promise<readonly Pick<OverdueEvaluation, 'id' | 'projectId'>[]> {
  const rows = await database
    .selectFrom('evaluations')
    .select(['id', 'project_id as projectId'])
    .where('rows_removal_due', '=', true)
    .orderBy('id')
    .execute()
  return rows
}

export async function noteRowsGone(database: ControlDatabase, id: string): Promise<void> {
  await database.updateTable('evaluations').set({ rows_removal_due: false }).where('id', '=', id).execute()
}
