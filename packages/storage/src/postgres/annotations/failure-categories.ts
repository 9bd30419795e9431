import { sql } from 'kysely'
import { categorySchema, type FailureCategory } from '@assay/contracts/hub'
import { createError, fail, must, ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import { isUniqueViolation } from '../unique-violation.ts'

/** By name, each with the cases noted in it, by evaluation, oldest first. */
export async function listCategories(
  database: ControlDatabase,
  projectId: string,
): Promise<readonly FailureCategory[]> {
  const rows = await selectCategories(database)
    .where('failure_categories.project_id', '=', projectId)
    .orderBy(sql`lower(failure_categories.name)`)
    .execute()
  return rows.map(toCategory)
}

/** `null`: the project has none of this id. */
export async function readCategory(
  database: ControlDatabase,
  projectId: string,
  id: string,
): Promise<FailureCategory | null> {
  const row = await selectCategories(database)
    .where('failure_categories.project_id', '=', projectId)
    .where('failure_categories.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : toCategory(row)
}

export interface NamedCategory {
  readonly id: string
  readonly projectId: string
  readonly name: string
  readonly description: string
  readonly by: string
  /** ISO 8601. */
  readonly at: string
}

/**
 * Makes it or names it anew. Fails with ASSAY-9009 where the project has another of this name, with ASSAY-9003 where the id is
 * taken by another project.
 */
export async function putCategory(
  database: ControlDatabase,
  category: NamedCategory,
): Promise<Result<FailureCategory>> {
  const { id, projectId, name, description, by, at } = category
  const namesake = await database
    .selectFrom('failure_categories')
    .select('id')
    .where('project_id', '=', projectId)
    .where('id', '!=', id)
    .where((where) => where(where.fn('lower', ['name']), '=', where.fn('lower', [where.val(name)])))
    .executeTakeFirst()
  if (namesake !== undefined) return nameIsTaken(name)
  try {
    await database
      .insertInto('failure_categories')
      .values({ id, project_id: projectId, name, description, created_at: at, created_by: by })
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet({ name, description })
          .where('failure_categories.project_id', '=', projectId),
      )
      .execute()
  } catch (error) {
    if (isUniqueViolation(error)) return nameIsTaken(name)
    throw error
  }
  const written = await readCategory(database, projectId, id)
  return written === null ? fail(createError('ASSAY-9003', { where: id })) : ok(written)
}

const nameIsTaken = (name: string): Result<never> =>
  fail(createError('ASSAY-9009', { message: `There is a category ${name} already`, where: 'name' }))

/** Puts all notes of the others into the one and removes them. */
export async function mergeCategories(
  database: ControlDatabase,
  {
    projectId,
    into,
    from,
  }: { readonly projectId: string; readonly into: string; readonly from: readonly string[] },
): Promise<FailureCategory> {
  await database
    .updateTable('failure_notes')
    .set({ category_id: into })
    .where('project_id', '=', projectId)
    .where('category_id', 'in', [...from])
    .execute()
  await database
    .deleteFrom('failure_categories')
    .where('project_id', '=', projectId)
    .where('id', 'in', [...from])
    .execute()
  return must(await readCategory(database, projectId, into), `category ${into}`)
}

const counts = sql<{ evaluationId: string; version: string | null; cases: number }[]>`coalesce((
  select json_agg(json_build_object('evaluationId', noted.evaluation_id, 'version', noted.version, 'cases', noted.cases)
    order by noted.created_at, noted.evaluation_id)
  from (
    select evaluations.id as evaluation_id, evaluations.target_version as version, evaluations.created_at,
      count(distinct failure_notes.case_id)::int as cases
    from failure_notes join evaluations on evaluations.id = failure_notes.evaluation_id
    where failure_notes.category_id = failure_categories.id
    group by evaluations.id
  ) as noted
), '[]'::json)`

const selectCategories = (database: ControlDatabase) =>
  database
    .selectFrom('failure_categories')
    .select(['failure_categories.id', 'failure_categories.name', 'failure_categories.description'])
    .select(counts.as('counts'))

type CategoryRow = Awaited<ReturnType<ReturnType<typeof selectCategories>['execute']>>[number]

const toCategory = (row: CategoryRow): FailureCategory => categorySchema.parse(row)
