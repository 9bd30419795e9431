import type { Updateable } from 'kysely'
import type { Person, Role } from '@assay/contracts/hub'
import type { ControlDatabase } from '../control-database.ts'
import type { PeopleTables } from '../control-tables.ts'

export type NewPerson = Pick<Person, 'id' | 'name' | 'email' | 'kind' | 'role'> & { readonly at: string }

/** The caller has seen that the address is free. */
export async function insertPerson(
  database: ControlDatabase,
  { id, name, email, kind, role, at }: NewPerson,
): Promise<void> {
  await database
    .insertInto('people')
    .values({
      id,
      name,
      email: email?.toLowerCase() ?? null,
      kind,
      role,
      created_at: at,
      last_seen_at: null,
      disabled: false,
      two_factor: false,
    })
    .execute()
}

/** What is absent stays. */
export async function updatePerson(
  database: ControlDatabase,
  id: string,
  change: {
    readonly role?: Role | null | undefined
    readonly disabled?: boolean | undefined
    readonly twoFactor?: boolean | undefined
    readonly lastSeenAt?: string | undefined
  },
): Promise<void> {
  const set: Updateable<PeopleTables['people']> = {}
  if (change.role !== undefined) set.role = change.role
  if (change.disabled !== undefined) set.disabled = change.disabled
  if (change.twoFactor !== undefined) set.two_factor = change.twoFactor
  if (change.lastSeenAt !== undefined) set.last_seen_at = change.lastSeenAt
  if (Object.keys(set).length > 0)
    await database.updateTable('people').set(set).where('id', '=', id).execute()
}
