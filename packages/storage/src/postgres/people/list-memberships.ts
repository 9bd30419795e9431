import type { Role } from '@assay/contracts/hub'
import type { ControlDatabase } from '../control-database.ts'

/** A project with somebody's role in it by membership alone; `null`: there is no such project. */
export async function readOwnProject(
  database: ControlDatabase,
  projectId: string,
  personId: string,
): Promise<OwnProject | null> {
  const row = await selectOwnProjects(database, personId)
    .where('projects.id', '=', projectId)
    .executeTakeFirst()
  return row ?? null
}

/** Ids of the projects somebody is a member of. */
export async function listProjectIdsOf(
  database: ControlDatabase,
  personId: string,
): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('memberships')
    .select('project_id')
    .where('person_id', '=', personId)
    .execute()
  return rows.map(({ project_id }) => project_id)
}

export interface OwnProject {
  readonly id: string
  readonly name: string
  /** By membership alone. */
  readonly role: Role | null
}

/** Projects that are not archived, by name, with somebody's role by membership. */
export async function listOwnProjects(
  database: ControlDatabase,
  personId: string,
): Promise<readonly OwnProject[]> {
  return selectOwnProjects(database, personId)
    .where('projects.archived_at', 'is', null)
    .orderBy('projects.name')
    .execute()
}

const selectOwnProjects = (database: ControlDatabase, personId: string) =>
  database
    .selectFrom('projects')
    .leftJoin('memberships', (join) =>
      join.onRef('memberships.project_id', '=', 'projects.id').on('memberships.person_id', '=', personId),
    )
    .select(['projects.id', 'projects.name', 'memberships.role'])
