import { sql } from 'kysely'
import type { LabelGround } from '@assay/core/judging/calibration'
import type { ControlDatabase } from '../control-database.ts'

export interface StoredQueueRow {
  readonly id: string
  readonly queueId: string
  readonly position: number
  readonly repeat: number
  readonly ground: LabelGround
}

/** `null`: the queue has none of this id. */
export async function readQueueRow(
  database: ControlDatabase,
  queueId: string,
  id: string,
): Promise<StoredQueueRow | null> {
  const row = await database
    .selectFrom('queue_rows')
    .selectAll()
    .where('queue_id', '=', queueId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined
    ? null
    : { id: row.id, queueId, position: row.position, repeat: row.repeat, ground: row.ground }
}

export interface NextRowRequest {
  readonly queueId: string
  /** Rows this person labelled are passed over. */
  readonly personId: string
  readonly labelsPerRow: number
  /** Rows behind this place first, then those before it; `null`: from the first. */
  readonly after: number | null
  /** Only rows whose labels differ and that nobody settled; instead of those that lack a label. */
  readonly adjudicate: boolean
}

/** The person's next row and how many are left for them, that one included. */
export async function findNextRow(
  database: ControlDatabase,
  request: NextRowRequest,
): Promise<{ readonly row: StoredQueueRow | null; readonly left: number }> {
  const { queueId, after } = request
  const { rows } = await sql<{
    id: string
    position: number
    repeat: number
    ground: LabelGround
    remaining: number
  }>`
    with waiting as (
      select queue_rows.id, position, repeat, ground from queue_rows
      where queue_id = ${queueId} and ${isWaiting(request)}
    )
    select *, (select count(*)::int from waiting) as remaining from waiting
    order by ${after === null ? sql`position` : sql`position <= ${after}, position`} limit 1`.execute(
    database,
  )
  const [row] = rows
  return row === undefined
    ? { row: null, left: 0 }
    : {
        row: { id: row.id, queueId, position: row.position, repeat: row.repeat, ground: row.ground },
        left: row.remaining,
      }
}

function isWaiting({ personId, labelsPerRow, adjudicate }: NextRowRequest) {
  if (adjudicate)
    return sql`(
      select not coalesce(bool_or(adjudicates), false)
        and count(distinct outcome) filter (where outcome <> 'unsure') > 1
      from labels where labels.row_id = queue_rows.id)`
  return sql`(
    select count(*) < ${labelsPerRow} and not coalesce(bool_or(labeller_id = ${personId}), false)
    from labels where labels.row_id = queue_rows.id and not adjudicates)`
}
