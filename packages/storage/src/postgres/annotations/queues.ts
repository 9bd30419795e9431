import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Actor, AnnotationQueue } from '@assay/contracts/hub'
import { ok, type Result } from '@assay/core'
import type { LabelGround } from '@assay/core/judging/calibration'
import type { ControlDatabase } from '../control-database.ts'
import { decodeIdCursor, toPage } from '../cursor.ts'
import { toStorableJson } from '../storable-json.ts'

/** A queue as it is kept; how far people agree is computed from its labels. */
export interface StoredQueue extends Omit<AnnotationQueue, 'agreement'> {
  readonly guidelineVersion: string
  /** Labels given and when the last was: the same as before, nothing changed. */
  readonly labelState: string
}

/** Newest first. */
export async function listQueues(
  database: ControlDatabase,
  {
    projectId,
    limit,
    cursor,
  }: { readonly projectId: string; readonly limit: number; readonly cursor?: string | undefined },
): Promise<Result<{ items: StoredQueue[]; next: string | null }>> {
  let query = selectQueues(database).where('annotation_queues.project_id', '=', projectId)
  if (cursor !== undefined) {
    const key = decodeIdCursor(cursor)
    if (!key.ok) return key
    query = query.where('annotation_queues.id', '<', key.value)
  }
  const rows = await query
    .orderBy('annotation_queues.id', 'desc')
    .limit(limit + 1)
    .execute()
  return ok(toPage(rows, limit, ({ id }) => [id], toQueue))
}

/** `null`: the project has none of this id. */
export async function readQueue(
  database: ControlDatabase,
  projectId: string,
  id: string,
): Promise<StoredQueue | null> {
  const row = await selectQueues(database)
    .where('annotation_queues.project_id', '=', projectId)
    .where('annotation_queues.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : toQueue(row)
}

export interface NewQueue extends Pick<
  AnnotationQueue,
  'id' | 'projectId' | 'name' | 'evaluationId' | 'labelsPerRow' | 'blind'
> {
  readonly labellerIds: readonly string[]
  readonly guidelineVersion: string
  readonly by: string
  /** ISO 8601. */
  readonly at: string
  readonly rows: readonly { readonly id: string; readonly repeat: number; readonly ground: LabelGround }[]
}

/** Rows of one statement: parameters are counted in 16 bits. */
const chunkSize = 1_000

export async function insertQueue(database: ControlDatabase, queue: NewQueue): Promise<void> {
  await database
    .insertInto('annotation_queues')
    .values({
      id: queue.id,
      project_id: queue.projectId,
      name: queue.name,
      evaluation_id: queue.evaluationId,
      labels_per_row: queue.labelsPerRow,
      blind: queue.blind,
      guideline_version: queue.guidelineVersion,
      created_at: queue.at,
      created_by: queue.by,
    })
    .execute()
  if (queue.labellerIds.length > 0)
    await database
      .insertInto('queue_labellers')
      .values(queue.labellerIds.map((person_id) => ({ queue_id: queue.id, person_id })))
      .execute()
  for (let start = 0; start < queue.rows.length; start += chunkSize)
    await database
      .insertInto('queue_rows')
      .values(
        queue.rows.slice(start, start + chunkSize).map(({ id, repeat, ground }, index) => ({
          id,
          queue_id: queue.id,
          position: start + index,
          unit: ground.unit,
          case_id: ground.caseId,
          repeat,
          ground: toStorableJson(ground),
        })),
      )
      .execute()
}

const wordsDiffer = sql`count(distinct outcome) filter (where not adjudicates and outcome <> 'unsure') > 1`

/** Of each queue: rows, rows with all their labels, rows whose labels differ and nobody settled. */
const countRows = sql<{ rows: number; labelled: number; differing: number; state: string }>`(
  select json_build_object(
    'rows', count(*)::int,
    'labelled', count(*) filter (where given.labels >= annotation_queues.labels_per_row)::int,
    'differing', count(*) filter (where given.differ and not given.settled)::int,
    'state', concat(sum(given.all), ' ', max(given.last))
  )
  from queue_rows
  left join lateral (
    select count(*) filter (where not adjudicates) as labels, count(*) as all, max(labels.at) as last,
      coalesce(bool_or(adjudicates), false) as settled, ${wordsDiffer} as differ
    from labels where labels.row_id = queue_rows.id
  ) as given on true
  where queue_rows.queue_id = annotation_queues.id
)`

const selectQueues = (database: ControlDatabase) =>
  database
    .selectFrom('annotation_queues')
    .innerJoin('people', 'people.id', 'annotation_queues.created_by')
    .selectAll('annotation_queues')
    .select('people.name as created_by_name')
    .select(countRows.as('counts'))
    .select((select) =>
      jsonArrayFrom(
        select
          .selectFrom('queue_labellers as named')
          .innerJoin('people as labellers', 'labellers.id', 'named.person_id')
          .select(['labellers.id', 'labellers.name'])
          .whereRef('named.queue_id', '=', 'annotation_queues.id')
          .orderBy('labellers.name'),
      ).as('labellers'),
    )

type QueueRow = Awaited<ReturnType<ReturnType<typeof selectQueues>['execute']>>[number]

function toQueue(row: QueueRow): StoredQueue {
  const labellers: Actor[] = row.labellers
  return {
    id: row.id,
    projectId: row.project_id,
    name: row.name,
    evaluationId: row.evaluation_id,
    labellers,
    labelsPerRow: row.labels_per_row,
    blind: row.blind,
    rows: row.counts.rows,
    labelled: row.counts.labelled,
    toAdjudicate: row.counts.differing,
    createdAt: row.created_at.toISOString(),
    createdBy: { id: row.created_by, name: row.created_by_name },
    guidelineVersion: row.guideline_version,
    labelState: row.counts.state,
  }
}
