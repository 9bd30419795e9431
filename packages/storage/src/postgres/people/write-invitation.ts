import type { Role } from '@assay/contracts/hub'
import type { ControlDatabase } from '../control-database.ts'

export interface NewInvitation {
  readonly id: string
  readonly tokenHash: string
  readonly email: string
  readonly role: Role | null
  readonly project: { readonly id: string; readonly role: Role } | null
  readonly invitedBy: string
  readonly at: string
  readonly expiresAt: string
}

/** Takes the place of an open one for the same address and the same project (or the organisation alone). */
export async function insertInvitation(
  database: ControlDatabase,
  { id, tokenHash, email, role, project, invitedBy, at, expiresAt }: NewInvitation,
): Promise<void> {
  await database
    .updateTable('invitations')
    .set({ revoked_at: at })
    .where((where) => where(where.fn('lower', ['email']), '=', email.toLowerCase()))
    .where('project_id', project === null ? 'is' : '=', project?.id ?? null)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
  await database
    .insertInto('invitations')
    .values({
      id,
      token_hash: tokenHash,
      email: email.toLowerCase(),
      role,
      project_id: project?.id ?? null,
      project_role: project?.role ?? null,
      invited_by: invitedBy,
      created_at: at,
      expires_at: expiresAt,
      accepted_at: null,
      revoked_at: null,
    })
    .execute()
}

/** Whether it was still open: two that accept at once are told apart by it. */
export async function markInvitationAccepted(
  database: ControlDatabase,
  id: string,
  at: string,
): Promise<boolean> {
  const done = await database
    .updateTable('invitations')
    .set({ accepted_at: at })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Whether it was still open. */
export async function revokeInvitation(database: ControlDatabase, id: string, at: string): Promise<boolean> {
  const done = await database
    .updateTable('invitations')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
