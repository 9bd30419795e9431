import type { Updateable } from 'kysely'
import type { HubTestSet } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import type { TestSetTables } from '../test-set-tables.ts'
import { isUniqueViolation } from '../unique-violation.ts'
import { readTestSet } from './list-test-sets.ts'

export type NewTestSet = Pick<HubTestSet, 'id' | 'projectId' | 'name' | 'description' | 'tags'> & {
  /** Id of the person. */
  readonly by: string
  /** ISO 8601. */
  readonly at: string
}

/** Makes it without a case, as version 0. Fails with ASSAY-9009 where the project has the name already. */
export async function insertTestSet(
  database: ControlDatabase,
  { id, projectId, name, description, tags, by, at }: NewTestSet,
): Promise<Result<HubTestSet>> {
  if (await isNameTaken(database, { id, projectId, name })) return nameIsTaken(name)
  try {
    await database
      .insertInto('test_sets')
      .values({
        id,
        project_id: projectId,
        name,
        description,
        tags,
        version: 0,
        next_position: 1,
        active_cases: 0,
        draft_cases: 0,
        created_at: at,
        created_by: by,
        changed_at: at,
        archived_at: null,
        revision: 1,
      })
      .execute()
  } catch (error) {
    if (isUniqueViolation(error)) return nameIsTaken(name)
    throw error
  }
  await database
    .insertInto('test_set_versions')
    .values({
      test_set_id: id,
      version: 0,
      made_at: at,
      made_by: by,
      note: '',
      added: 0,
      changed: 0,
      removed: 0,
      active_cases: 0,
      draft_cases: 0,
    })
    .execute()
  return written(database, projectId, id)
}

export interface TestSetChange {
  /** As it was read: another revision by now is ASSAY-9004. */
  readonly before: HubTestSet
  readonly at: string
  /** What is absent stays. */
  readonly values: {
    readonly name?: string | undefined
    readonly description?: string | undefined
    readonly tags?: string[] | undefined
    readonly archived?: boolean | undefined
  }
}

/** What it is called, not its cases. Fails with ASSAY-9004 where somebody else changed it since, ASSAY-9009 where the name is taken. */
export async function updateTestSet(
  database: ControlDatabase,
  { before, at, values }: TestSetChange,
): Promise<Result<HubTestSet>> {
  const { id, projectId, revision } = before
  const name = values.name ?? before.name
  const isArchived = values.archived ?? before.archivedAt !== null
  if (!isArchived && (await isNameTaken(database, { id, projectId, name }))) return nameIsTaken(name)
  const set: Updateable<TestSetTables['test_sets']> = { changed_at: at, revision: revision + 1, name }
  if (values.description !== undefined) set.description = values.description
  if (values.tags !== undefined) set.tags = values.tags
  if (isArchived !== (before.archivedAt !== null)) set.archived_at = isArchived ? at : null
  try {
    const changed = await database
      .updateTable('test_sets')
      .set(set)
      .where('id', '=', id)
      .where('revision', '=', revision)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) return fail(createError('ASSAY-9004', { where: id }))
  } catch (error) {
    if (isUniqueViolation(error)) return nameIsTaken(name)
    throw error
  }
  return written(database, projectId, id)
}

async function written(
  database: ControlDatabase,
  projectId: string,
  id: string,
): Promise<Result<HubTestSet>> {
  const testSet = await readTestSet(database, projectId, id)
  return testSet === null ? fail(createError('ASSAY-9003', { where: id })) : ok(testSet)
}

/** By another that is not archived. */
async function isNameTaken(
  database: ControlDatabase,
  { id, projectId, name }: Pick<HubTestSet, 'id' | 'projectId' | 'name'>,
): Promise<boolean> {
  const row = await database
    .selectFrom('test_sets')
    .select('id')
    .where('project_id', '=', projectId)
    .where('id', '!=', id)
    .where('archived_at', 'is', null)
    .where((where) => where(where.fn('lower', ['name']), '=', where.fn('lower', [where.val(name)])))
    .executeTakeFirst()
  return row !== undefined
}

const nameIsTaken = (name: string): Result<never> =>
  fail(createError('ASSAY-9009', { message: `There is a test set ${name} already`, where: 'name' }))
