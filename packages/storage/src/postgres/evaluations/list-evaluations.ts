import { sql } from 'kysely'
import type { Evaluation } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import { decodeCursor, toPage } from '../cursor.ts'
import { listPins } from './evaluation-pins.ts'
import { selectEvaluations, toEvaluation } from './to-evaluation.ts'

export interface EvaluationFilter {
  readonly projectId: string
  /** Made at or after it, ISO 8601; a list without a time reads everything there ever was. */
  readonly from: string
  /** Made before it. */
  readonly to: string
  readonly targetId?: string | undefined
  readonly testSetId?: string | undefined
  readonly status?: Evaluation['status'] | undefined
  /** Part of its name or its target's, in any case. */
  readonly name?: string | undefined
  readonly archived: boolean
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Newest first. */
export async function listEvaluations(
  database: ControlDatabase,
  filter: EvaluationFilter,
): Promise<Result<{ items: Evaluation[]; next: string | null; total: number }>> {
  const matching = selectMatching(database, filter)
  let page = matching
  if (filter.cursor !== undefined) {
    const key = decodeCursor(filter.cursor, 2)
    if (!key.ok) return key
    const [at, id] = key.value.map(String)
    if (at === undefined || id === undefined || Number.isNaN(Date.parse(at)) || !uuid.test(id))
      return fail(createError('ASSAY-9006', { where: 'cursor' }))
    page = page.where(
      sql<boolean>`(evaluations.created_at, evaluations.id) < (${at}::timestamptz, ${id}::uuid)`,
    )
  }
  const rows = await page
    .orderBy('evaluations.created_at', 'desc')
    .orderBy('evaluations.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { total } = await matching
    .clearSelect()
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  const pins = await listPins(
    database,
    rows.map(({ id }) => id),
  )
  const keyOf = (row: (typeof rows)[number]) => [row.created_at.toISOString(), row.id]
  return ok({
    ...toPage(rows, filter.limit, keyOf, (row) => toEvaluation(row, pins.get(row.id) ?? [])),
    total,
  })
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function selectMatching(database: ControlDatabase, filter: EvaluationFilter) {
  let query = selectEvaluations(database)
    .where('evaluations.project_id', '=', filter.projectId)
    .where('evaluations.archived_at', filter.archived ? 'is not' : 'is', null)
    .where('evaluations.created_at', '>=', new Date(filter.from))
    .where('evaluations.created_at', '<', new Date(filter.to))
  if (filter.status !== undefined) query = query.where('evaluations.status', '=', filter.status)
  if (filter.name !== undefined)
    query = query.where(
      sql`position(lower(${filter.name}) in lower(evaluations.name || ' ' || evaluations.target_name))`,
      '>',
      0,
    )
  for (const [kind, id] of [
    ['target', filter.targetId],
    ['test-set', filter.testSetId],
  ] as const)
    if (id !== undefined)
      query = query.where(
        sql<boolean>`exists (select 1 from evaluation_pins as pins where pins.evaluation_id = evaluations.id
          and pins.kind = ${kind} and pins.thing_id = ${id})`,
      )
  return query
}

/** `null`: there is none. */
export async function readEvaluation(database: ControlDatabase, id: string): Promise<Evaluation | null> {
  const row = await selectEvaluations(database).where('evaluations.id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const pins = await listPins(database, [id])
  return toEvaluation(row, pins.get(id) ?? [])
}

export interface EvaluatedVersion {
  readonly projectId: string
  readonly targetId: string
  readonly version: number
  /** Exactly these sets, in any version. */
  readonly testSetIds: readonly string[]
  readonly judge?: string | undefined
}

/** The newest finished evaluation of this very version over these very sets; `null`: there is none. */
export async function findEvaluationOf(
  database: ControlDatabase,
  { projectId, targetId, version, testSetIds, judge }: EvaluatedVersion,
): Promise<Evaluation | null> {
  let query = database
    .selectFrom('evaluations')
    .innerJoin('evaluation_pins as targets', (join) =>
      join
        .onRef('targets.evaluation_id', '=', 'evaluations.id')
        .on('targets.kind', '=', 'target')
        .on('targets.thing_id', '=', targetId)
        .on('targets.version', '=', version),
    )
    .select('evaluations.id')
    .where('evaluations.project_id', '=', projectId)
    .where('evaluations.status', '=', 'finished')
    .where('evaluations.archived_at', 'is', null)
    .where(
      sql<boolean>`(select array_agg(sets.thing_id::text order by sets.thing_id) from evaluation_pins as sets
        where sets.evaluation_id = evaluations.id and sets.kind = 'test-set')
        = ${[...testSetIds].map((id) => id.toLowerCase()).sort()}::text[]`,
    )
  if (judge !== undefined) query = query.where('evaluations.judge_id', '=', judge)
  const row = await query.orderBy('evaluations.finished_at', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? null : readEvaluation(database, row.id)
}
