import { sql } from 'kysely'
import { testSetSchema, type HubTestSet } from '@assay/contracts/hub'
import { ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import { decodeIdCursor, toPage } from '../cursor.ts'

export interface TestSetFilter {
  readonly projectId: string
  /** Part of its name, in any case. */
  readonly name?: string | undefined
  readonly archived: boolean
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Newest first. */
export async function listTestSets(
  database: ControlDatabase,
  filter: TestSetFilter,
): Promise<Result<{ items: HubTestSet[]; next: string | null; total: number }>> {
  let query = selectTestSets(database)
    .where('test_sets.project_id', '=', filter.projectId)
    .where('test_sets.archived_at', filter.archived ? 'is not' : 'is', null)
  if (filter.name !== undefined)
    query = query.where(sql`position(lower(${filter.name}) in lower(test_sets.name))`, '>', 0)
  const { total } = await query
    .clearSelect()
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  if (filter.cursor !== undefined) {
    const key = decodeIdCursor(filter.cursor)
    if (!key.ok) return key
    query = query.where('test_sets.id', '<', key.value)
  }
  const rows = await query
    .orderBy('test_sets.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  return ok({ ...toPage(rows, filter.limit, ({ id }) => [id], toTestSet), total })
}

/** `null`: the project has none of this id. */
export async function readTestSet(
  database: ControlDatabase,
  projectId: string,
  id: string,
): Promise<HubTestSet | null> {
  const row = await selectTestSets(database)
    .where('test_sets.project_id', '=', projectId)
    .where('test_sets.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : toTestSet(row)
}

const selectTestSets = (database: ControlDatabase) =>
  database
    .selectFrom('test_sets')
    .innerJoin('people', 'people.id', 'test_sets.created_by')
    .selectAll('test_sets')
    .select('people.name as created_by_name')

type TestSetRow = Awaited<ReturnType<ReturnType<typeof selectTestSets>['execute']>>[number]

const toTestSet = (row: TestSetRow): HubTestSet =>
  testSetSchema.parse({
    id: row.id,
    projectId: row.project_id,
    name: row.name,
    description: row.description,
    tags: row.tags,
    version: row.version,
    cases: { active: row.active_cases, draft: row.draft_cases },
    createdAt: row.created_at.toISOString(),
    createdBy: { id: row.created_by, name: row.created_by_name },
    changedAt: row.changed_at.toISOString(),
    archivedAt: row.archived_at?.toISOString() ?? null,
    revision: row.revision,
  })
