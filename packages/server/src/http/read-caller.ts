import type { Person } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import { findApiKey, readPerson, touchApiKey, updatePerson } from '@assay/storage/postgres'
import type { Caller, Hub } from '../hub.ts'
import { hashSecretToken, isSameHash } from '../identity/secret-token.ts'

/** How exact the times of last use are; each is a write. */
const seenEveryMs = 60_000

/** Authorization counts before a cookie: a program that sends both means the key. */
export async function readCaller(hub: Hub, request: Request): Promise<Result<Caller | null>> {
  const authorization = request.headers.get('authorization')
  return authorization === null ? ok(await readSession(hub, request.headers)) : readKey(hub, authorization)
}

async function readKey(hub: Hub, authorization: string): Promise<Result<Caller>> {
  const { control } = hub
  const secret = /^Bearer\s+(assay_[\w-]{43})$/i.exec(authorization.trim())?.[1]
  if (secret === undefined) return isNoKey('it is not of the form `Bearer assay_…`')
  const hash = hashSecretToken(secret)
  const key = await findApiKey(control, hash)
  if (key === null || !isSameHash(key.secretHash, hash)) return isNoKey('there is no such key')
  const now = hub.clock.now()
  if (key.revokedAt !== null) return isNoKey('the key was revoked')
  if (key.expiresAt !== null && Date.parse(key.expiresAt) <= now) return isNoKey('the key has expired')
  const person = await readPerson(control, key.owner.id)
  if (person === null || person.disabled) return isNoKey('whoever owns the key is disabled')
  if (isLongAgo(key.lastUsedAt, now)) await touchApiKey(control, key.id, new Date(now).toISOString())
  await noteSeen(hub, person)
  const { id, name, projectId, rights } = key
  return ok({ person, by: 'key', key: { id, name, projectId, rights }, sessionId: null })
}

const isNoKey = (why: string): Result<never> =>
  fail(createError('ASSAY-9001', { message: `The API key does not count: ${why}`, where: 'Authorization' }))

async function readSession(hub: Hub, headers: Headers): Promise<Caller | null> {
  if (!headers.has('cookie')) return null
  const session = await hub.identity.readSession(headers)
  if (session === null) return null
  const person = await readPerson(hub.control, session.personId)
  if (person === null || person.disabled) return null
  await noteSeen(hub, person)
  return { person, by: 'session', key: null, sessionId: session.sessionId }
}

async function noteSeen({ control, clock }: Hub, { id, lastSeenAt }: Person): Promise<void> {
  const now = clock.now()
  if (isLongAgo(lastSeenAt, now)) await updatePerson(control, id, { lastSeenAt: new Date(now).toISOString() })
}

const isLongAgo = (time: string | null, now: number): boolean =>
  time === null || Math.abs(now - Date.parse(time)) > seenEveryMs
