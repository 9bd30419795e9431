import type { Invitation, Page } from '@assay/contracts/hub'
import type { Role } from '@assay/contracts/hub'
import { ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import { decodeIdCursor, toPage } from '../cursor.ts'

/** Newest first, without those taken back. */
export async function listInvitations(
  database: ControlDatabase,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Result<Page<Invitation>>> {
  let query = selectInvitations(database).where('invitations.revoked_at', 'is', null)
  if (cursor !== undefined) {
    const after = decodeIdCursor(cursor)
    if (!after.ok) return after
    query = query.where('invitations.id', '<', after.value)
  }
  const rows = await query
    .orderBy('invitations.id', 'desc')
    .limit(limit + 1)
    .execute()
  return ok(toPage(rows, limit, ({ id }) => [id], toInvitation))
}

/** Of those not taken back; `null`: there is none of this id. */
export async function readInvitation(database: ControlDatabase, id: string): Promise<Invitation | null> {
  const row = await selectInvitations(database)
    .where('invitations.id', '=', id)
    .where('invitations.revoked_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : toInvitation(row)
}

/** The one that its link still opens; `null`: taken back, accepted, over, or none of ours. */
export async function findOpenInvitation(
  database: ControlDatabase,
  tokenHash: string,
  at: string,
): Promise<Invitation | null> {
  const row = await selectOpen(database, at)
    .where('invitations.token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row === undefined ? null : toInvitation(row)
}

/** All that wait for one address, oldest first. */
export async function listOpenInvitations(
  database: ControlDatabase,
  email: string,
  at: string,
): Promise<readonly Invitation[]> {
  const rows = await selectOpen(database, at)
    .where((where) => where(where.fn('lower', ['invitations.email']), '=', email.toLowerCase()))
    .orderBy('invitations.id')
    .execute()
  return rows.map(toInvitation)
}

const selectInvitations = (database: ControlDatabase) =>
  database
    .selectFrom('invitations')
    .innerJoin('people', 'people.id', 'invitations.invited_by')
    .leftJoin('projects', 'projects.id', 'invitations.project_id')
    .selectAll('invitations')
    .select(['people.name as invited_by_name', 'projects.name as project_name'])

/** Whoever was disabled since no longer invites anybody. */
const selectOpen = (database: ControlDatabase, at: string) =>
  selectInvitations(database)
    .where('invitations.accepted_at', 'is', null)
    .where('invitations.revoked_at', 'is', null)
    .where('invitations.expires_at', '>', new Date(at))
    .where('people.disabled', '=', false)

interface InvitationRow {
  readonly id: string
  readonly email: string
  readonly role: Role | null
  readonly project_id: string | null
  readonly project_name: string | null
  readonly project_role: Role | null
  readonly invited_by: string
  readonly invited_by_name: string
  readonly created_at: Date
  readonly expires_at: Date
  readonly accepted_at: Date | null
}

const toInvitation = (row: InvitationRow): Invitation => ({
  id: row.id,
  email: row.email,
  role: row.role,
  project:
    row.project_id === null || row.project_name === null || row.project_role === null
      ? null
      : { id: row.project_id, name: row.project_name, role: row.project_role },
  invitedBy: { id: row.invited_by, name: row.invited_by_name },
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  acceptedAt: row.accepted_at?.toISOString() ?? null,
})
