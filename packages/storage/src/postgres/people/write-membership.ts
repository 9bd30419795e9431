import type { Role } from '@assay/contracts/hub'
import type { ControlDatabase } from '../control-database.ts'

export interface Membership {
  readonly projectId: string
  readonly personId: string
  readonly role: Role
}

/** Takes the place of the role the person had in the project. */
export async function writeMembership(
  database: ControlDatabase,
  { projectId, personId, role }: Membership,
): Promise<void> {
  await database
    .insertInto('memberships')
    .values({ project_id: projectId, person_id: personId, role })
    .onConflict((conflict) => conflict.columns(['project_id', 'person_id']).doUpdateSet({ role }))
    .execute()
}

export async function deleteMembership(
  database: ControlDatabase,
  projectId: string,
  personId: string,
): Promise<void> {
  await database
    .deleteFrom('memberships')
    .where('project_id', '=', projectId)
    .where('person_id', '=', personId)
    .execute()
}
