import type { ControlDatabase } from '../control-database.ts'

/** Whether somebody who can sign in owns the organisation. */
export const hasOwner = async (database: ControlDatabase): Promise<boolean> =>
  (await countOtherOwners(database, null)) > 0

/** People who can sign in and own the organisation, without one of them. */
export async function countOtherOwners(database: ControlDatabase, exceptId: string | null): Promise<number> {
  let query = database
    .selectFrom('people')
    .select((select) => select.fn.countAll<string | number>().as('owners'))
    .where('role', '=', 'owner')
    .where('kind', '=', 'person')
    .where('disabled', '=', false)
  if (exceptId !== null) query = query.where('id', '!=', exceptId)
  return Number((await query.executeTakeFirstOrThrow()).owners)
}

/** People who can sign in and own the project by membership, without one of them. */
export async function countOtherProjectOwners(
  database: ControlDatabase,
  projectId: string,
  exceptId: string,
): Promise<number> {
  const row = await database
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .select((select) => select.fn.countAll<string | number>().as('owners'))
    .where('memberships.project_id', '=', projectId)
    .where('memberships.role', '=', 'owner')
    .where('people.kind', '=', 'person')
    .where('people.disabled', '=', false)
    .where('people.id', '!=', exceptId)
    .executeTakeFirstOrThrow()
  return Number(row.owners)
}
