import type { Right } from '@assay/contracts/hub'
import type { ControlDatabase } from '../control-database.ts'

export interface NewApiKey {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly secretHash: string
  readonly ownerId: string
  readonly projectId: string | null
  readonly rights: readonly Right[]
  readonly at: string
  readonly expiresAt: string | null
}

export async function insertApiKey(database: ControlDatabase, key: NewApiKey): Promise<void> {
  await database
    .insertInto('api_keys')
    .values({
      id: key.id,
      name: key.name,
      prefix: key.prefix,
      secret_hash: key.secretHash,
      owner_id: key.ownerId,
      project_id: key.projectId,
      rights: [...key.rights],
      created_at: key.at,
      expires_at: key.expiresAt,
      last_used_at: null,
      revoked_at: null,
    })
    .execute()
}

/** Nothing where it is revoked already. */
export async function revokeApiKey(database: ControlDatabase, id: string, at: string): Promise<void> {
  await database
    .updateTable('api_keys')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
}

export async function touchApiKey(database: ControlDatabase, id: string, at: string): Promise<void> {
  await database.updateTable('api_keys').set({ last_used_at: at }).where('id', '=', id).execute()
}
