import type { ApiKey, Page, Right } from '@assay/contracts/hub'
import { ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import { decodeIdCursor, toPage } from '../cursor.ts'

export interface ApiKeyFilter {
  /** `null`: everybody's. */
  readonly ownerId: string | null
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Newest first, those revoked or over among them. */
export async function listApiKeys(
  database: ControlDatabase,
  { ownerId, limit, cursor }: ApiKeyFilter,
): Promise<Result<Page<ApiKey>>> {
  let query = selectApiKeys(database)
  if (ownerId !== null) query = query.where('api_keys.owner_id', '=', ownerId)
  if (cursor !== undefined) {
    const after = decodeIdCursor(cursor)
    if (!after.ok) return after
    query = query.where('api_keys.id', '<', after.value)
  }
  const rows = await query
    .orderBy('api_keys.id', 'desc')
    .limit(limit + 1)
    .execute()
  return ok(toPage(rows, limit, ({ id }) => [id], toApiKey))
}

/** `null`: there is none of this id. */
export async function readApiKey(database: ControlDatabase, id: string): Promise<ApiKey | null> {
  const row = await selectApiKeys(database).where('api_keys.id', '=', id).executeTakeFirst()
  return row === undefined ? null : toApiKey(row)
}

/** With the stored hash, to be compared again in constant time; `null`: there is none. Whether it still counts is the caller's to see. */
export async function findApiKey(
  database: ControlDatabase,
  secretHash: string,
): Promise<(ApiKey & { readonly secretHash: string }) | null> {
  const row = await selectApiKeys(database).where('secret_hash', '=', secretHash).executeTakeFirst()
  return row === undefined ? null : { ...toApiKey(row), secretHash: row.secret_hash }
}

const selectApiKeys = (database: ControlDatabase) =>
  database
    .selectFrom('api_keys')
    .innerJoin('people', 'people.id', 'api_keys.owner_id')
    .selectAll('api_keys')
    .select('people.name as owner_name')

interface ApiKeyRow {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly owner_id: string
  readonly owner_name: string
  readonly project_id: string | null
  readonly rights: Right[]
  readonly created_at: Date
  readonly expires_at: Date | null
  readonly last_used_at: Date | null
  readonly revoked_at: Date | null
}

const toApiKey = (row: ApiKeyRow): ApiKey => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  owner: { id: row.owner_id, name: row.owner_name },
  projectId: row.project_id,
  rights: row.rights,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at?.toISOString() ?? null,
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  revokedAt: row.revoked_at?.toISOString() ?? null,
})
