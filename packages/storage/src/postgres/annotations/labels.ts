import { sql } from 'kysely'
import type { LabelOutcome } from '@assay/contracts'
import type { Actor } from '@assay/contracts/hub'
import { ok, type Result } from '@assay/core'
import type { LabelGround } from '@assay/core/judging/calibration'
import type { ControlDatabase } from '../control-database.ts'
import { decodeIdCursor, toPage } from '../cursor.ts'

export interface StoredLabel {
  readonly id: string
  readonly rowId: string
  readonly by: Actor
  readonly outcome: LabelOutcome
  readonly note: string
  readonly at: string
  readonly adjudicates: boolean
  readonly guidelineVersion: string
  readonly ground: LabelGround
}

/** Of an evaluation, in the order of their ids. */
export async function listLabels(
  database: ControlDatabase,
  {
    evaluationId,
    limit,
    cursor,
  }: { readonly evaluationId: string; readonly limit: number; readonly cursor?: string | undefined },
): Promise<Result<{ items: StoredLabel[]; next: string | null }>> {
  let query = selectLabels(database).where('labels.evaluation_id', '=', evaluationId)
  if (cursor !== undefined) {
    const key = decodeIdCursor(cursor)
    if (!key.ok) return key
    query = query.where('labels.id', '>', key.value)
  }
  const rows = await query
    .orderBy('labels.id')
    .limit(limit + 1)
    .execute()
  return ok(toPage(rows, limit, ({ id }) => [id], toLabel))
}

/** Everybody who labelled an answer of the evaluation. */
export async function listLabellers(
  database: ControlDatabase,
  evaluationId: string,
): Promise<readonly { readonly by: Actor }[]> {
  const rows = await database
    .selectFrom('labels')
    .innerJoin('people', 'people.id', 'labels.labeller_id')
    .select(['people.id', 'people.name'])
    .distinct()
    .where('labels.evaluation_id', '=', evaluationId)
    .execute()
  return rows.map(({ id, name }) => ({ by: { id, name } }))
}

/** Of one row, oldest first. */
export async function listLabelsOfRow(
  database: ControlDatabase,
  rowId: string,
): Promise<readonly StoredLabel[]> {
  const rows = await selectLabels(database)
    .where('labels.row_id', '=', rowId)
    .orderBy('labels.at')
    .orderBy('labels.id')
    .execute()
  return rows.map(toLabel)
}

/** All labels of a queue. */
export async function listLabelsOfQueue(
  database: ControlDatabase,
  queueId: string,
): Promise<readonly StoredLabel[]> {
  const rows = await selectLabels(database)
    .where('queue_rows.queue_id', '=', queueId)
    .orderBy('labels.id')
    .execute()
  return rows.map(toLabel)
}

/** What can correct a rate: labels of the answers of a run, and those of the same judge in other runs of the project. */
export interface LabelsOfJudge {
  readonly projectId: string
  readonly answersId: string
  readonly judge: LabelGround['judge']
}

export async function listLabelsOfJudge(
  database: ControlDatabase,
  of: LabelsOfJudge,
): Promise<readonly StoredLabel[]> {
  const rows = await selectLabels(database)
    .where('labels.project_id', '=', of.projectId)
    .where(isOfJudge(of))
    .orderBy('labels.at')
    .orderBy('labels.id')
    .execute()
  return rows.map(toLabel)
}

/** Another text whenever one of these labels was given, changed or taken back; `null`: there is none. */
export async function readLabelState(database: ControlDatabase, of: LabelsOfJudge): Promise<string | null> {
  const row = await database
    .selectFrom('labels')
    .innerJoin('queue_rows', 'queue_rows.id', 'labels.row_id')
    .select([sql<number>`count(*)::int`.as('labels'), sql<Date | null>`max(labels.at)`.as('last')])
    .where('labels.project_id', '=', of.projectId)
    .where(isOfJudge(of))
    .executeTakeFirstOrThrow()
  return row.labels === 0 ? null : `${row.labels} ${row.last?.toISOString() ?? ''}`
}

const isOfJudge = ({ answersId, judge }: LabelsOfJudge) =>
  sql<boolean>`(queue_rows.ground ->> 'runId' = ${answersId}
    or (queue_rows.ground -> 'judge' ->> 'id' = ${judge.id}
      and queue_rows.ground -> 'judge' ->> 'version' = ${judge.version}))`

/** How many labels each of the cases has in an evaluation; those without are absent. */
export async function countLabels(
  database: ControlDatabase,
  evaluationId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await database
    .selectFrom('labels')
    .innerJoin('queue_rows', 'queue_rows.id', 'labels.row_id')
    .select(['queue_rows.case_id', sql<number>`count(*)::int`.as('labels')])
    .where('labels.evaluation_id', '=', evaluationId)
    .where(sql<boolean>`queue_rows.case_id = any(${[...caseIds]}::text[])`)
    .groupBy('queue_rows.case_id')
    .execute()
  return new Map(rows.map(({ case_id, labels }) => [case_id, labels]))
}

export interface GivenLabelRow {
  readonly id: string
  readonly projectId: string
  readonly evaluationId: string
  readonly rowId: string
  readonly labellerId: string
  readonly outcome: LabelOutcome
  readonly note: string
  /** ISO 8601. */
  readonly at: string
  readonly adjudicates: boolean
}

/** A person has one label a row, and one more where they settle it: a second replaces the first. */
export async function putLabel(database: ControlDatabase, label: GivenLabelRow): Promise<void> {
  const said = { outcome: label.outcome, note: label.note, at: label.at }
  await database
    .insertInto('labels')
    .values({
      id: label.id,
      project_id: label.projectId,
      evaluation_id: label.evaluationId,
      row_id: label.rowId,
      labeller_id: label.labellerId,
      adjudicates: label.adjudicates,
      ...said,
    })
    .onConflict((conflict) => conflict.columns(['row_id', 'labeller_id', 'adjudicates']).doUpdateSet(said))
    .execute()
}

export async function deleteLabel(
  database: ControlDatabase,
  { rowId, labellerId, adjudicates }: Pick<GivenLabelRow, 'rowId' | 'labellerId' | 'adjudicates'>,
): Promise<void> {
  await database
    .deleteFrom('labels')
    .where('row_id', '=', rowId)
    .where('labeller_id', '=', labellerId)
    .where('adjudicates', '=', adjudicates)
    .execute()
}

const selectLabels = (database: ControlDatabase) =>
  database
    .selectFrom('labels')
    .innerJoin('queue_rows', 'queue_rows.id', 'labels.row_id')
    .innerJoin('annotation_queues', 'annotation_queues.id', 'queue_rows.queue_id')
    .innerJoin('people', 'people.id', 'labels.labeller_id')
    .selectAll('labels')
    .select(['queue_rows.ground', 'annotation_queues.guideline_version', 'people.name as labeller_name'])

type LabelRow = Awaited<ReturnType<ReturnType<typeof selectLabels>['execute']>>[number]

const toLabel = (row: LabelRow): StoredLabel => ({
  id: row.id,
  rowId: row.row_id,
  by: { id: row.labeller_id, name: row.labeller_name },
  outcome: row.outcome,
  note: row.note,
  at: row.at.toISOString(),
  adjudicates: row.adjudicates,
  guidelineVersion: row.guideline_version,
  ground: row.ground,
})
