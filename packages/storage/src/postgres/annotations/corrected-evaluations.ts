import { sql } from 'kysely'
import type { JudgeCorrection } from '@assay/contracts'
import type { ControlDatabase } from '../control-database.ts'

/** Evaluations that are looked at when a label changes. */
const maxAlike = 20

/**
 * The evaluation itself, those of the same version of the same target by the same judge, and those that judge its answers again;
 * the newest, that have figures.
 */
export async function listAlikeEvaluations(
  database: ControlDatabase,
  evaluationId: string,
): Promise<readonly { readonly id: string; readonly projectId: string }[]> {
  const { rows } = await sql<{ id: string; project_id: string }>`
    select evaluations.id, evaluations.project_id
    from evaluations
    join evaluations as labelled on labelled.id = ${evaluationId} and labelled.project_id = evaluations.project_id
    where evaluations.summary is not null and (
      evaluations.id = labelled.id
      or evaluations.work_order ->> 'answersOf' = labelled.id::text
      or (evaluations.judge_id = labelled.judge_id
        and evaluations.judge_version is not distinct from labelled.judge_version
        and evaluations.target_name = labelled.target_name
        and evaluations.target_version is not distinct from labelled.target_version)
    )
    order by (evaluations.id = labelled.id) desc, evaluations.id desc
    limit ${maxAlike}`.execute(database)
  return rows.map(({ id, project_id: projectId }) => ({ id, projectId }))
}

/** Into its figures, where there are some. */
export async function saveCorrection(
  database: ControlDatabase,
  evaluationId: string,
  correction: JudgeCorrection | null,
): Promise<void> {
  await sql`
    update evaluations set summary = jsonb_set(summary, '{correction}', ${JSON.stringify(correction)}::jsonb)
    where id = ${evaluationId} and summary is not null
      and summary -> 'correction' is distinct from ${JSON.stringify(correction)}::jsonb`.execute(database)
}

/** The newest of a name; `null`: there is none. */
export async function findEvaluationByName(
  database: ControlDatabase,
  { projectId, name }: { readonly projectId: string; readonly name: string },
): Promise<string | null> {
  const row = await database
    .selectFrom('evaluations')
    .select('id')
    .where('project_id', '=', projectId)
    .where(sql<boolean>`coalesce(manifest ->> 'name', evaluations.name) = ${name}`)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}
