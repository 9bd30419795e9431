import { sql } from 'kysely'
import { createError, fail, ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'

/** Who makes a version, when and why. */
export interface CaseStamp {
  /** Id of the person. */
  readonly by: string
  /** ISO 8601. */
  readonly at: string
  readonly note: string
}

/** The version that is being made. */
export interface OpenVersion extends CaseStamp {
  readonly testSetId: string
  readonly version: number
  /** Of the first case it adds. */
  readonly nextPosition: number
}

/** `version` is `before` where nothing differed: no version was made. */
export interface Revised {
  readonly before: number
  readonly version: number
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/**
 * Makes the next version of a set: whatever `write` opens and closes is counted, and becomes one line of its history. Within a
 * transaction: the set is locked until it ends. Fails where `write` does, and with ASSAY-9003 where there is no such set.
 */
export async function reviseTestSet(
  database: ControlDatabase,
  testSetId: string,
  stamp: CaseStamp,
  write: (open: OpenVersion) => Promise<Result<void>>,
): Promise<Result<Revised>> {
  const set = await database
    .selectFrom('test_sets')
    .select(['version', 'next_position'])
    .where('id', '=', testSetId)
    .forUpdate()
    .executeTakeFirst()
  if (set === undefined) return fail(createError('ASSAY-9003', { where: testSetId }))
  const open = { ...stamp, testSetId, version: set.version + 1, nextPosition: set.next_position }
  const done = await write(open)
  if (!done.ok) return done
  const counts = await countChanges(database, open)
  const { added, changed, removed } = counts
  if (added + changed + removed === 0)
    return ok({ before: set.version, version: set.version, added, changed, removed })
  await closeVersion(database, open, counts)
  return ok({ before: set.version, version: open.version, added, changed, removed })
}

/** In the order of their ids, so that two moves in opposite directions do not wait for each other. */
export async function lockTestSets(database: ControlDatabase, ids: readonly string[]): Promise<void> {
  await database
    .selectFrom('test_sets')
    .select('id')
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
}

interface Counts extends Pick<Revised, 'added' | 'changed' | 'removed'> {
  readonly active: number
  readonly draft: number
  readonly last_position: number | null
}

/** What the version opened and closed; `active` and `draft`: how many more there are. */
async function countChanges(database: ControlDatabase, { testSetId, version }: OpenVersion): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select
      count(*) filter (where closed.case_id is null)::int as added,
      count(*) filter (where opened.case_id is not null and closed.case_id is not null)::int as changed,
      count(*) filter (where opened.case_id is null)::int as removed,
      (count(*) filter (where opened.status = 'active') - count(*) filter (where closed.status = 'active'))::int as active,
      (count(*) filter (where opened.status = 'draft') - count(*) filter (where closed.status = 'draft'))::int as draft,
      max(opened.position) as last_position
    from (
      select case_id, status, position from test_case_revisions
      where test_set_id = ${testSetId} and from_version = ${version}
    ) as opened
    full join (
      select case_id, status from test_case_revisions
      where test_set_id = ${testSetId} and to_version = ${version}
    ) as closed on closed.case_id = opened.case_id`.execute(database)
  const [counts] = rows
  if (counts === undefined) throw new Error('a count without a row')
  return counts
}

async function closeVersion(
  database: ControlDatabase,
  { testSetId, version, at, by, note }: OpenVersion,
  { added, changed, removed, active, draft, last_position: last }: Counts,
): Promise<void> {
  const set = await database
    .updateTable('test_sets')
    .set((row) => ({
      version,
      changed_at: at,
      active_cases: row('active_cases', '+', active),
      draft_cases: row('draft_cases', '+', draft),
      next_position: row.fn<number>('greatest', ['next_position', row.val((last ?? 0) + 1)]),
    }))
    .where('id', '=', testSetId)
    .returning(['active_cases', 'draft_cases'])
    .executeTakeFirstOrThrow()
  await database
    .insertInto('test_set_versions')
    .values({
      test_set_id: testSetId,
      version,
      made_at: at,
      made_by: by,
      note,
      added,
      changed,
      removed,
      ...set,
    })
    .execute()
}

/** Cases after which the planner's picture of the table is too old to choose by. */
const manyCases = 500

/**
 * To be called once the transaction holds: after a large change the planner has to know of it, and PGlite has nobody who
 * cleans up by himself. Within a transaction PostgreSQL refuses it.
 */
export async function tidyAfter(
  database: ControlDatabase,
  { added, changed, removed }: Revised,
): Promise<void> {
  if (added + changed + removed >= manyCases)
    await sql`vacuum (analyze) test_case_revisions`.execute(database)
}
