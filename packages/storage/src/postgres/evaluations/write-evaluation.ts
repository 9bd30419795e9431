import type { Updateable } from 'kysely'
import type { AssayError, RunManifest } from '@assay/contracts'
import type { Evaluation } from '@assay/contracts/hub'
import { createError, fail, must, ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import type { EvaluationTables } from '../evaluation-tables.ts'
import { insertPins, type EvaluationPin } from './evaluation-pins.ts'
import { readEvaluation } from './list-evaluations.ts'
import type { WorkOrder } from './work-order.ts'

export interface NewEvaluation extends Pick<
  Evaluation,
  'id' | 'projectId' | 'name' | 'origin' | 'status' | 'checks' | 'repeats' | 'scheduleId'
> {
  readonly target: Pick<Evaluation['target'], 'name' | 'version'>
  readonly testSet: Pick<Evaluation['testSet'], 'name' | 'hash' | 'cases'>
  readonly judge: Evaluation['judge']
  /** `null`: the run was sent. */
  readonly workOrder: WorkOrder | null
  readonly manifest: RunManifest | null
  readonly pins: readonly EvaluationPin[]
  readonly by: string
  /** ISO 8601. */
  readonly at: string
  readonly startedAt: string | null
}

export async function insertEvaluation(
  database: ControlDatabase,
  evaluation: NewEvaluation,
): Promise<Evaluation> {
  const { id, target, testSet, judge, workOrder, manifest } = evaluation
  await database
    .insertInto('evaluations')
    .values({
      id,
      project_id: evaluation.projectId,
      name: evaluation.name,
      origin: evaluation.origin,
      status: evaluation.status,
      target_name: target.name,
      target_version: target.version,
      test_set_name: testSet.name,
      test_set_hash: testSet.hash,
      cases: testSet.cases,
      judge_id: judge.id,
      judge_version: judge.version,
      checks: evaluation.checks,
      repeats: evaluation.repeats,
      work_order: workOrder === null ? null : JSON.stringify(workOrder),
      manifest: manifest === null ? null : JSON.stringify(manifest),
      done: 0,
      errors: 0,
      total: testSet.cases * evaluation.repeats,
      spent_usd: null,
      passing: null,
      headline: null,
      cost_usd: null,
      summary: null,
      summary_number: 0,
      last_summary_number: 0,
      summary_due: false,
      error: null,
      compared_with: null,
      schedule_id: evaluation.scheduleId,
      created_at: evaluation.at,
      created_by: evaluation.by,
      started_at: evaluation.startedAt,
      finished_at: null,
      archived_at: null,
      revision: 1,
    })
    .execute()
  await insertPins(database, id, evaluation.pins)
  return written(database, id)
}

export interface EvaluationChange {
  readonly id: string
  /** The one that was read. */
  readonly revision: number
  readonly at: string
  readonly name?: string | undefined
  readonly archived?: boolean | undefined
}

/** Fails with ASSAY-9004 where somebody else changed it since. */
export async function updateEvaluation(
  database: ControlDatabase,
  { id, revision, at, name, archived }: EvaluationChange,
): Promise<Result<Evaluation>> {
  const set: Updateable<EvaluationTables['evaluations']> = { revision: revision + 1 }
  if (name !== undefined) set.name = name
  if (archived !== undefined) set.archived_at = archived ? at : null
  const changed = await database
    .updateTable('evaluations')
    .set(set)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return changed.numUpdatedRows === 0n
    ? fail(createError('ASSAY-9004', { where: id }))
    : ok(await written(database, id))
}

export interface StatusChange {
  readonly id: string
  readonly status: Evaluation['status']
  /** ISO 8601. */
  readonly at: string
  /** Only where it is one of these now; absent: whatever it is. */
  readonly from?: readonly Evaluation['status'][]
  /** Absent: none. */
  readonly error?: AssayError | null
}

/** Whether it was changed. Running begins its time once, finished and failed end it, anything else opens it again. */
export async function setEvaluationStatus(
  database: ControlDatabase,
  { id, status, at, from, error = null }: StatusChange,
): Promise<boolean> {
  let query = database
    .updateTable('evaluations')
    .set((expression) => ({
      status,
      error: error === null ? null : JSON.stringify(error),
      finished_at: status === 'finished' || status === 'failed' ? at : null,
      ...(status === 'running'
        ? { started_at: expression.fn.coalesce('started_at', expression.val(new Date(at))) }
        : {}),
    }))
    .where('id', '=', id)
  if (from !== undefined) query = query.where('status', 'in', [...from])
  const changed = await query.executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** A run that was announced before its rows came: keeps name, origin and pins, takes what the run says of itself. */
export async function attachManifest(
  database: ControlDatabase,
  id: string,
  {
    manifest,
    target,
    testSet,
    judge,
    checks,
    repeats,
  }: Pick<NewEvaluation, 'target' | 'testSet' | 'judge' | 'checks' | 'repeats'> & {
    readonly manifest: RunManifest
  },
): Promise<void> {
  await database
    .updateTable('evaluations')
    .set({
      manifest: JSON.stringify(manifest),
      target_name: target.name,
      target_version: target.version,
      test_set_name: testSet.name,
      test_set_hash: testSet.hash,
      cases: testSet.cases,
      total: testSet.cases * repeats,
      judge_id: judge.id,
      judge_version: judge.version,
      checks,
      repeats,
    })
    .where('id', '=', id)
    .execute()
}

export interface RunProgress {
  /** Units that ended. */
  readonly done: number
  /** Of these, by their last word. */
  readonly errors: number
  /** Known costs in US dollars; `null`: none was known. */
  readonly spentUsd: number | null
}

/** Rows came, so that figures are owed. */
export async function saveProgress(
  database: ControlDatabase,
  id: string,
  { done, errors, spentUsd }: RunProgress,
): Promise<void> {
  await database
    .updateTable('evaluations')
    .set({ done, errors, spent_usd: spentUsd, summary_due: true })
    .where('id', '=', id)
    .execute()
}

async function written(database: ControlDatabase, id: string): Promise<Evaluation> {
  return must(await readEvaluation(database, id), `evaluation ${id}`)
}
