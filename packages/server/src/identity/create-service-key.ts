import { createId } from '@assay/core/runs'
import { appendAudit, insertApiKey, insertPerson } from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'
import { createSecretToken, hashSecretToken } from './secret-token.ts'

/** Short: whoever starts the hub fills it and is done. */
const keptHours = 1

/**
 * A key for who starts the hub in its own process, such as the demo that fills it: an account of that name, owner of the
 * organisation, with a key of an hour. Audited as the hub's own doing.
 */
export async function createServiceKey({ control, clock, random }: Hub, name: string): Promise<string> {
  const secret = `assay_${createSecretToken()}`
  const now = clock.now()
  const at = new Date(now).toISOString()
  await control.transaction().execute(async (transaction) => {
    const ownerId = createId(clock, random)
    await insertPerson(transaction, { id: ownerId, name, email: null, kind: 'service', role: 'owner', at })
    await insertApiKey(transaction, {
      id: createId(clock, random),
      name,
      projectId: null,
      prefix: secret.slice(0, 12),
      secretHash: hashSecretToken(secret),
      ownerId,
      rights: ['read', 'review', 'edit', 'run', 'administer'],
      at,
      expiresAt: new Date(now + keptHours * 3_600_000).toISOString(),
    })
    await appendAudit(transaction, {
      at,
      by: null,
      action: 'createServiceAccount',
      projectId: null,
      subject: { kind: 'person', id: ownerId, name },
      changes: [{ pointer: '', after: { kind: 'service', role: 'owner' } }],
      address: null,
      key: null,
    })
  })
  return secret
}
