import { sql } from 'kysely'
import { evaluationSchema, type Evaluation } from '@assay/contracts/hub'
import type { ControlDatabase } from '../control-database.ts'
import type { EvaluationPin } from './evaluation-pins.ts'

/** Everything a list shows: not the manifest, not the summary. */
export const selectEvaluations = (database: ControlDatabase) =>
  database
    .selectFrom('evaluations')
    .innerJoin('people', 'people.id', 'evaluations.created_by')
    .select([
      'evaluations.id',
      'evaluations.project_id',
      'evaluations.name',
      'evaluations.origin',
      'evaluations.status',
      'evaluations.target_name',
      'evaluations.target_version',
      'evaluations.test_set_name',
      'evaluations.test_set_hash',
      'evaluations.cases',
      'evaluations.judge_id',
      'evaluations.judge_version',
      'evaluations.checks',
      'evaluations.repeats',
      'evaluations.done',
      'evaluations.errors',
      'evaluations.total',
      'evaluations.spent_usd',
      'evaluations.passing',
      'evaluations.headline',
      'evaluations.cost_usd',
      'evaluations.error',
      'evaluations.schedule_id',
      'evaluations.created_at',
      'evaluations.created_by',
      'evaluations.started_at',
      'evaluations.finished_at',
      'evaluations.archived_at',
      'evaluations.rows_removed_at',
      'evaluations.revision',
      'people.name as created_by_name',
      sql<number>`(select count(*)::int from hidden_results where hidden_results.evaluation_id = evaluations.id)`.as(
        'hidden',
      ),
    ])

export type EvaluationRow = Awaited<ReturnType<ReturnType<typeof selectEvaluations>['execute']>>[number]

export function toEvaluation(row: EvaluationRow, pins: readonly EvaluationPin[]): Evaluation {
  const target = pins.find(({ kind }) => kind === 'target')
  return evaluationSchema.parse({
    id: row.id,
    projectId: row.project_id,
    name: row.name,
    origin: row.origin,
    status: row.status,
    target: {
      name: row.target_name,
      version: row.target_version,
      pin: target === undefined ? null : toPin(target),
    },
    testSet: {
      name: row.test_set_name,
      hash: row.test_set_hash,
      cases: row.cases,
      pins: pins.filter(({ kind }) => kind === 'test-set').map(toPin),
    },
    judge: { id: row.judge_id, version: row.judge_version },
    checks: row.checks,
    repeats: row.repeats,
    progress: { done: row.done, total: row.total, errors: row.errors, costUsd: row.spent_usd },
    passing: row.passing,
    headline: row.headline,
    costUsd: row.cost_usd,
    error: row.error,
    scheduleId: row.schedule_id,
    createdAt: row.created_at.toISOString(),
    createdBy: { id: row.created_by, name: row.created_by_name },
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    hidden: row.hidden,
    archivedAt: row.archived_at?.toISOString() ?? null,
    ...(row.rows_removed_at === null ? {} : { rowsRemovedAt: row.rows_removed_at.toISOString() }),
    revision: row.revision,
  })
}

const toPin = ({ id, name, version }: EvaluationPin): Pick<EvaluationPin, 'id' | 'name' | 'version'> => ({
  id,
  name,
  version,
})
