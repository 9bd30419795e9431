import { sql } from 'kysely'
import type { ControlDatabase } from '../control-database.ts'

/** Evaluations of the hub itself that are queued or worked on, oldest first. */
export async function listOpenWork(
  database: ControlDatabase,
): Promise<readonly { readonly id: string; readonly projectId: string }[]> {
  const rows = await database
    .selectFrom('evaluations')
    .select(['id', 'project_id'])
    .where('origin', '=', 'hub')
    .where('status', 'in', ['queued', 'running'])
    .orderBy('created_at')
    .execute()
  return rows.map(({ id, project_id }) => ({ id, projectId: project_id }))
}

/** US dollars of the project's evaluations made since a moment, as far as known. */
export async function sumSpending(
  database: ControlDatabase,
  projectId: string,
  since: string,
): Promise<number> {
  const row = await database
    .selectFrom('evaluations')
    .select(sql<number | null>`sum(greatest(coalesce(cost_usd, 0), coalesce(spent_usd, 0)))`.as('usd'))
    .where('project_id', '=', projectId)
    .where('created_at', '>=', new Date(since))
    .executeTakeFirst()
  return row?.usd ?? 0
}

export async function hasEvaluationOfSchedule(
  database: ControlDatabase,
  scheduleId: string,
  since: string,
): Promise<boolean> {
  const row = await database
    .selectFrom('evaluations')
    .select('id')
    .where('schedule_id', '=', scheduleId)
    .where('created_at', '>=', new Date(since))
    .executeTakeFirst()
  return row !== undefined
}
