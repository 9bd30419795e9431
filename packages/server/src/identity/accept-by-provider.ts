import {
  appendAudit,
  findPersonByEmail,
  insertPerson,
  listOpenInvitations,
  lockUntilCommit,
} from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'
import { acceptInvitations, isStillMeant } from './accept-invitations.ts'
import type { Accounts } from './create-accounts.ts'
import type { OidcProfile } from './oidc-providers.ts'

/**
 * Somebody invited signs in by OIDC for the first time: the provider has verified the very address the invitation went to,
 * so that the person is made without a password. Whoever is not invited, or is here already, is left to better-auth.
 */
export async function acceptByProvider(
  { control, clock, accounts }: Pick<Hub, 'control' | 'clock'> & { readonly accounts: Accounts },
  { email, isEmailVerified, name }: OidcProfile,
): Promise<void> {
  if (!isEmailVerified) return
  const at = new Date(clock.now()).toISOString()
  await control.transaction().execute(async (transaction) => {
    await lockUntilCommit(transaction, 'rights')
    if ((await findPersonByEmail(transaction, email)) !== null) return
    const open = await listOpenInvitations(transaction, email, at)
    const meant = await Promise.all(open.map((invitation) => isStillMeant(transaction, invitation)))
    if (!meant.includes(true)) return
    const id = await accounts.createPerson(transaction, { name, email, password: null })
    if (!id.ok) return
    await insertPerson(transaction, { id: id.value, name, email, kind: 'person', role: null, at })
    const accepted = await acceptInvitations(transaction, { personId: id.value, email, at })
    await appendAudit(transaction, {
      at,
      by: { id: id.value, name },
      action: 'acceptInvitation',
      projectId: null,
      subject: { kind: 'person', id: id.value, name },
      changes: accepted.map(({ role, project }, index) => ({
        pointer: `/${index}`,
        after: { role, project },
      })),
      address: null,
      key: null,
    })
  })
}
