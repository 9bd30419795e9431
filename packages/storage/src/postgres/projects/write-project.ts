import type { Updateable } from 'kysely'
import type { Project } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import type { PeopleTables } from '../control-tables.ts'
import { writeMembership } from '../people/write-membership.ts'
import { readProject } from './list-projects.ts'

export type NewProject = Omit<Project, 'owner' | 'createdAt' | 'archivedAt' | 'revision'> & {
  readonly ownerId: string
  readonly at: string
}

/** Makes it and its owner's membership. Fails with ASSAY-9009 where the name is taken. */
export async function insertProject(
  database: ControlDatabase,
  project: NewProject,
): Promise<Result<Project>> {
  if (await isNameTaken(database, project.name, null)) return nameIsTaken(project.name)
  await database
    .insertInto('projects')
    .values({
      id: project.id,
      name: project.name,
      description: project.description,
      owner_id: project.ownerId,
      risk_class: project.riskClass,
      budget_usd: project.budgetUsd,
      concurrency: project.concurrency,
      retention_days: project.retentionDays,
      created_at: project.at,
      changed_at: project.at,
      archived_at: null,
      revision: 1,
    })
    .execute()
  await writeMembership(database, { projectId: project.id, personId: project.ownerId, role: 'owner' })
  return written(database, project.id)
}

export interface ProjectChange {
  readonly id: string
  /** The one that was read. */
  readonly revision: number
  readonly at: string
  /** What is absent stays. */
  readonly values: {
    readonly [K in 'name' | 'description' | 'budgetUsd' | 'concurrency' | 'retentionDays' | 'riskClass']?:
      | Project[K]
      | undefined
  } & { readonly ownerId?: string | undefined; readonly archived?: boolean | undefined }
}

/** An owner who is given is one by membership too. Fails with ASSAY-9004 where somebody else changed it since, ASSAY-9009 where the name is taken. */
export async function updateProject(
  database: ControlDatabase,
  { id, revision, at, values }: ProjectChange,
): Promise<Result<Project>> {
  if (values.name !== undefined && (await isNameTaken(database, values.name, id)))
    return nameIsTaken(values.name)
  const set: Updateable<PeopleTables['projects']> = { changed_at: at, revision: revision + 1 }
  if (values.name !== undefined) set.name = values.name
  if (values.description !== undefined) set.description = values.description
  if (values.ownerId !== undefined) set.owner_id = values.ownerId
  if (values.riskClass !== undefined) set.risk_class = values.riskClass
  if (values.budgetUsd !== undefined) set.budget_usd = values.budgetUsd
  if (values.concurrency !== undefined) set.concurrency = values.concurrency
  if (values.retentionDays !== undefined) set.retention_days = values.retentionDays
  if (values.archived !== undefined) set.archived_at = values.archived ? at : null
  const changed = await database
    .updateTable('projects')
    .set(set)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return fail(createError('ASSAY-9004', { where: id }))
  if (values.ownerId !== undefined)
    await writeMembership(database, { projectId: id, personId: values.ownerId, role: 'owner' })
  return written(database, id)
}

async function written(database: ControlDatabase, id: string): Promise<Result<Project>> {
  const project = await readProject(database, id)
  return project === null ? fail(createError('ASSAY-9003', { where: id })) : ok(project)
}

async function isNameTaken(
  database: ControlDatabase,
  name: string,
  exceptId: string | null,
): Promise<boolean> {
  let query = database
    .selectFrom('projects')
    .select('id')
    .where((where) => where(where.fn('lower', ['name']), '=', name.toLowerCase()))
  if (exceptId !== null) query = query.where('id', '!=', exceptId)
  return (await query.executeTakeFirst()) !== undefined
}

const nameIsTaken = (name: string): Result<never> =>
  fail(createError('ASSAY-9009', { message: `There is a project ${name} already`, where: 'name' }))
