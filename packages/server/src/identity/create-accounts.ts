import type { BetterAuthOptions } from 'better-auth'
import { hashPassword } from 'better-auth/crypto'
import { getAdapter } from 'better-auth/db/adapter'
import * as z from 'zod'
import { must, ok, type Result } from '@assay/core'
import type { ControlDatabase } from '@assay/storage/postgres'
import { onDatabase } from './auth-options.ts'
import { checkPassword } from './check-password.ts'
import type { Identity, NewIdentity, StoredSession } from './identity.ts'

/** What of the identity works inside a caller's transaction, by better-auth's own adapter on it. */
export type Accounts = Pick<
  Identity,
  'createPerson' | 'resetPerson' | 'listSessions' | 'endSession' | 'endAllSessions'
> & {
  /** Sessions and one-time codes whose time is over: better-auth removes only those it meets. */
  forgetExpired(control: ControlDatabase): Promise<void>
}

export function createAccounts(options: BetterAuthOptions): Accounts {
  const on = (control: ControlDatabase): Promise<Adapter> =>
    getAdapter({ ...options, database: onDatabase(control) })
  return {
    async createPerson(control, person) {
      const password = await hashChecked(person)
      return password.ok ? ok(await addUser(await on(control), person, password.value)) : password
    },
    async resetPerson(control, { id, ...person }) {
      const password = await hashChecked(person)
      if (!password.ok) return password
      await resetUser(await on(control), id, must(password.value, 'the hash of a given password'))
      return ok(undefined)
    },
    listSessions: async (control, personId) => findSessions(await on(control), personId),
    async endSession(control, personId, sessionId) {
      const adapter = await on(control)
      const where = [ofPerson(personId), { field: 'id', value: sessionId }]
      return (await adapter.deleteMany({ model: 'session', where })) > 0
    },
    async endAllSessions(control, personId) {
      const adapter = await on(control)
      await adapter.deleteMany({ model: 'session', where: [ofPerson(personId)] })
    },
    async forgetExpired(control) {
      const adapter = await on(control)
      for (const model of ['session', 'verification'])
        await adapter.deleteMany({
          model,
          where: [{ field: 'expiresAt', operator: 'lt', value: new Date() }],
        })
    },
  }
}

type Adapter = Awaited<ReturnType<typeof getAdapter>>

async function addUser(
  adapter: Adapter,
  { name, email }: NewIdentity,
  passwordHash: string | null,
): Promise<string> {
  const at = new Date()
  const user = await adapter.create<Record<string, unknown>, { id: string }>({
    model: 'user',
    data: { name, email: email.toLowerCase(), emailVerified: false, createdAt: at, updatedAt: at },
  })
  if (passwordHash !== null)
    await adapter.create({ model: 'account', data: credential(user.id, passwordHash) })
  return user.id
}

async function resetUser(adapter: Adapter, id: string, passwordHash: string): Promise<void> {
  await adapter.deleteMany({
    model: 'account',
    where: [ofPerson(id), { field: 'providerId', value: 'credential' }],
  })
  await adapter.create({ model: 'account', data: credential(id, passwordHash) })
  await adapter.deleteMany({ model: 'twoFactor', where: [ofPerson(id)] })
  await adapter.update({
    model: 'user',
    where: [{ field: 'id', value: id }],
    update: { twoFactorEnabled: false, updatedAt: new Date() },
  })
  await adapter.deleteMany({ model: 'session', where: [ofPerson(id)] })
}

async function findSessions(adapter: Adapter, personId: string): Promise<readonly StoredSession[]> {
  const rows = await adapter.findMany({
    model: 'session',
    where: [ofPerson(personId), { field: 'expiresAt', operator: 'gt', value: new Date() }],
    sortBy: { field: 'createdAt', direction: 'desc' },
  })
  return rows.map(toSession)
}

const ofPerson = (personId: string) => ({ field: 'userId', value: personId })

function credential(userId: string, password: string) {
  const at = new Date()
  return { userId, accountId: userId, providerId: 'credential', password, createdAt: at, updatedAt: at }
}

async function hashChecked(person: NewIdentity): Promise<Result<string | null>> {
  if (person.password === null) return ok(null)
  const checked = checkPassword(person.password, person)
  return checked.ok ? ok(await hashPassword(person.password)) : checked
}

const sessionRowSchema = z.object({
  id: z.string(),
  createdAt: z.date(),
  expiresAt: z.date(),
  ipAddress: z.string().nullish(),
  userAgent: z.string().nullish(),
})

function toSession(row: unknown): StoredSession {
  const { id, createdAt, expiresAt, ipAddress, userAgent } = sessionRowSchema.parse(row)
  return {
    id,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    address: textOrNull(ipAddress),
    agent: textOrNull(userAgent),
  }
}

const textOrNull = (text: string | null | undefined): string | null =>
  text === undefined || text === '' ? null : text
