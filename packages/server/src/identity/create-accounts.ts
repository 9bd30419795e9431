import type { BetterAuthOptions } from 'better-auth'
import { hashPassword } from 'better-auth/crypto'
import { getAdapter } from 'better-auth/db/adapter'
import * as z from 'zod'
import { ok, type Result } from '@assay/core'
import type { ControlDatabase } from '@assay/storage/postgres'
import { onDatabase } from './auth-options.ts'
import { checkPassword } from './check-password.ts'
import type { Identity, NewIdentity } from './identity.ts'

/** What of the identity works inside a caller's transaction, by better-auth's own adapter on it. */
export type Accounts = Pick<
  Identity,
  'createPerson' | 'resetPerson' | 'listSessions' | 'endSession' | 'endAllSessions'
>

export function createAccounts(options: BetterAuthOptions): Accounts {
  const on = (control: ControlDatabase) => getAdapter({ ...options, database: onDatabase(control) })
  const endAllSessions = async (control: ControlDatabase, personId: string): Promise<void> => {
    await (await on(control)).deleteMany({ model: 'session', where: [ofPerson(personId)] })
  }
  return {
    async createPerson(control, person) {
      const password = await hashChecked(person)
      if (!password.ok) return password
      const adapter = await on(control)
      const at = new Date()
      const user = await adapter.create<Record<string, unknown>, { id: string }>({
        model: 'user',
        data: {
          name: person.name,
          email: person.email.toLowerCase(),
          emailVerified: false,
          createdAt: at,
          updatedAt: at,
        },
      })
      if (password.value !== null)
        await adapter.create({ model: 'account', data: credential(user.id, password.value, at) })
      return ok(user.id)
    },
    async resetPerson(control, { id, ...person }) {
      const password = await hashChecked(person)
      if (!password.ok) return password
      const adapter = await on(control)
      const at = new Date()
      await adapter.deleteMany({
        model: 'account',
        where: [ofPerson(id), { field: 'providerId', value: 'credential' }],
      })
      await adapter.create({ model: 'account', data: credential(id, password.value ?? '', at) })
      await adapter.deleteMany({ model: 'twoFactor', where: [ofPerson(id)] })
      await adapter.update({
        model: 'user',
        where: [{ field: 'id', value: id }],
        update: { twoFactorEnabled: false, updatedAt: at },
      })
      await endAllSessions(control, id)
      return ok(undefined)
    },
    async listSessions(control, personId) {
      const rows = await (
        await on(control)
      ).findMany({
        model: 'session',
        where: [ofPerson(personId), { field: 'expiresAt', operator: 'gt', value: new Date() }],
        sortBy: { field: 'createdAt', direction: 'desc' },
      })
      return rows.map(toSession)
    },
    async endSession(control, personId, sessionId) {
      const ended = await (
        await on(control)
      ).deleteMany({
        model: 'session',
        where: [ofPerson(personId), { field: 'id', value: sessionId }],
      })
      return ended > 0
    },
    endAllSessions,
  }
}

const ofPerson = (personId: string) => ({ field: 'userId', value: personId })

const credential = (userId: string, password: string, at: Date) => ({
  userId,
  accountId: userId,
  providerId: 'credential',
  password,
  createdAt: at,
  updatedAt: at,
})

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

function toSession(row: unknown) {
  const { id, createdAt, expiresAt, ipAddress, userAgent } = sessionRowSchema.parse(row)
  return {
    id,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    address: ipAddress === undefined || ipAddress === null || ipAddress === '' ? null : ipAddress,
    agent: userAgent === undefined || userAgent === null || userAgent === '' ? null : userAgent,
  }
}
