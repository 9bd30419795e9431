import { createError, fail, ok, type Result } from '@assay/core'
import { createId } from '@assay/core/runs'
import { appendAudit, findPersonByEmail, insertInvitation } from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'
import { hubOrigin } from '../http/hub-origin.ts'
import { createSecretToken, hashSecretToken } from './secret-token.ts'

/** Whoever asks for it stands before the machine. */
const keptHours = 1

/**
 * For an owner of the organisation who lost password or second factor, when nobody else could let them in: a link that works
 * once, as an invitation from themselves. Audited as the hub's own doing. Fails with ASSAY-9003 where no owner has the address.
 */
export async function createRecoveryLink(
  { control, clock, random, settings }: Hub,
  email: string,
): Promise<Result<string>> {
  const person = await findPersonByEmail(control, email)
  if (person === null || person.disabled || person.role !== 'owner')
    return fail(
      createError('ASSAY-9003', {
        message: `No owner of this hub has the address ${email}`,
        fix: 'name the address an owner of the organisation signs in with; an owner lets everybody else in',
      }),
    )
  const token = createSecretToken()
  const now = clock.now()
  const at = new Date(now).toISOString()
  await control.transaction().execute(async (transaction) => {
    await insertInvitation(transaction, {
      id: createId(clock, random),
      tokenHash: hashSecretToken(token),
      email,
      role: null,
      project: null,
      invitedBy: person.id,
      at,
      expiresAt: new Date(now + keptHours * 3_600_000).toISOString(),
    })
    await appendAudit(transaction, {
      at,
      by: null,
      action: 'recoverOwner',
      projectId: null,
      subject: { kind: 'person', id: person.id, name: person.name },
      changes: [],
      address: null,
      key: null,
    })
  })
  return ok(`${hubOrigin(settings)}/invitation?token=${token}`)
}
