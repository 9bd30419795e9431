import type { Member, Role } from '@assay/contracts/hub'
import type { ControlDatabase } from '../control-database.ts'

export interface RolesOfPerson {
  readonly person: Member['person']
  /** Held in all projects. */
  readonly organisationRole: Role | null
  readonly projectRole: Role | null
}

/** Who may see the project: its members, and whoever has a role in the organisation. By name. */
export async function listMembers(
  database: ControlDatabase,
  projectId: string,
): Promise<readonly RolesOfPerson[]> {
  const rows = await selectMembers(database, projectId)
    .where((where) =>
      where.or([where('memberships.role', 'is not', null), where('people.role', 'is not', null)]),
    )
    .orderBy('people.name')
    .orderBy('people.id')
    .execute()
  return rows.map(toRoles)
}

/** Both roles may be `null`; `null`: there is no such person. */
export async function readMember(
  database: ControlDatabase,
  projectId: string,
  personId: string,
): Promise<RolesOfPerson | null> {
  const row = await selectMembers(database, projectId).where('people.id', '=', personId).executeTakeFirst()
  return row === undefined ? null : toRoles(row)
}

const selectMembers = (database: ControlDatabase, projectId: string) =>
  database
    .selectFrom('people')
    .leftJoin('memberships', (join) =>
      join.onRef('memberships.person_id', '=', 'people.id').on('memberships.project_id', '=', projectId),
    )
    .select(['people.id', 'people.name', 'people.email', 'people.kind', 'people.disabled'])
    .select(['people.role as organisation_role', 'memberships.role as project_role'])

interface MemberRow {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly kind: 'person' | 'service'
  readonly disabled: boolean
  readonly organisation_role: Role | null
  readonly project_role: Role | null
}

const toRoles = ({ organisation_role, project_role, ...person }: MemberRow): RolesOfPerson => ({
  person,
  organisationRole: organisation_role,
  projectRole: project_role,
})
