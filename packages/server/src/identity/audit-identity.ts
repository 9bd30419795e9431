import type { Actor, AuditEntry } from '@assay/contracts/hub'
import { appendAudit, findPersonByEmail, readPerson } from '@assay/storage/postgres'
import type { IdentityParts, IdentityRequest } from './identity-request.ts'

/**
 * Sign-in, sign-out, failed sign-in, and changes of password and second factor. What was typed as an address is kept only
 * where somebody has it: people type their password into the wrong field.
 */
export async function auditIdentity(
  parts: IdentityParts,
  request: IdentityRequest,
  answer: Response,
): Promise<void> {
  const entry = await describe(parts, request, answer)
  if (entry === null) return
  await parts.control.transaction().execute(async (transaction) => {
    await appendAudit(transaction, {
      ...entry,
      at: new Date(parts.clock.now()).toISOString(),
      projectId: null,
      address: request.address,
      key: null,
    })
  })
}

type Described = Pick<AuditEntry, 'by' | 'action' | 'subject' | 'changes'>

async function describe(
  parts: IdentityParts,
  request: IdentityRequest,
  answer: Response,
): Promise<Described | null> {
  const { route, personId } = request
  if (answer.status >= 400) return describeFailure(parts, request, answer.status)
  if (route.audited === null) return null
  if (route.audited !== 'sign-in') return personId === null ? null : byPerson(parts, personId, route.audited)
  const newPersonId = await readNewSession(parts, answer)
  if (newPersonId === null) return null
  if (personId !== null) return byPerson(parts, newPersonId, 'enable-two-factor')
  return byPerson(parts, newPersonId, 'sign-in', [{ pointer: '/with', after: factorOf(route.path) }])
}

/** Whose session the answer begins; `null`: none, as where a second factor is still asked for. */
async function readNewSession({ readSession }: IdentityParts, answer: Response): Promise<string | null> {
  const cookie = answer.headers
    .getSetCookie()
    .map((text) => text.split(';', 1)[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ')
  return cookie === '' ? null : ((await readSession(new Headers({ cookie })))?.personId ?? null)
}

async function describeFailure(
  { control }: IdentityParts,
  { route, body, personId }: IdentityRequest,
  status: number,
): Promise<Described | null> {
  const email = body['email']
  if (route.audited !== 'sign-in' || personId !== null || status === 429) return null
  const person = typeof email === 'string' ? await findPersonByEmail(control, email) : null
  return {
    by: null,
    action: 'sign-in-failed',
    subject: { kind: 'person', id: person?.id ?? '', name: person?.name ?? null },
    changes: [{ pointer: '/with', after: factorOf(route.path) }],
  }
}

async function byPerson(
  { control }: IdentityParts,
  id: string,
  action: string,
  changes: AuditEntry['changes'] = [],
): Promise<Described | null> {
  const person: Actor | null = await readPerson(control, id)
  if (person === null) return null
  const by = { id, name: person.name }
  return { by, action, subject: { kind: 'person', ...by }, changes }
}

const factors: Readonly<Record<string, string>> = {
  '/sign-in/email': 'password',
  '/callback/:id': 'provider',
  '/two-factor/verify-totp': 'authenticator',
  '/two-factor/verify-backup-code': 'backup code',
}

const factorOf = (path: string): string => factors[path] ?? path
