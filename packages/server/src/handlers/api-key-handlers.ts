import type { ApiKey, Person, Right } from '@assay/contracts/hub'
import { createError, fail, must, ok, type Result } from '@assay/core'
import { createId } from '@assay/core/runs'
import {
  insertApiKey,
  listApiKeys,
  listOwnProjects,
  readApiKey,
  readPerson,
  revokeApiKey,
  type ControlDatabase,
} from '@assay/storage/postgres'
import type { Caller, HandlerContext, Handlers } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'
import { organisationRights, rightsOf } from '../http/authorize.ts'
import { createSecretToken, hashSecretToken } from '../identity/secret-token.ts'
import { callerOf } from './caller-of.ts'

/** `assay_` and a few characters: enough to know a key again, too few to help guessing it. */
const shownCharacters = 12

export const apiKeyHandlers: Handlers<'listApiKeys' | 'createApiKey' | 'revokeApiKey'> = {
  async listApiKeys({ query }, context) {
    const { control } = context
    const caller = callerOf(context)
    const administers = organisationRights(caller).has('administer')
    if (query.all && !administers) return fail(createError('ASSAY-9002', { where: 'the keys of others' }))
    if (caller.key !== null && !administers) {
      const own = must(await readApiKey(control, caller.key.id), 'the key that is used')
      return ok({ items: [own], next: null })
    }
    return listApiKeys(control, { ...query, ownerId: query.all ? null : caller.person.id })
  },
  async createApiKey({ body }, context) {
    const { hub, control, at } = context
    const owner = await readOwner(context, body.ownerId)
    if (!owner.ok) return owner
    const rights = await rightsWithin(control, owner.value, body.projectId)
    if (rights === null) return notThere(`project ${body.projectId}`)
    const given = body.rights.filter((right) => rights.has(right))
    if (given.length === 0)
      return fail(
        createError('ASSAY-9002', { message: `${owner.value.name} holds none of these rights there` }),
      )
    const secret = `assay_${createSecretToken()}`
    const id = createId(hub.clock, hub.random)
    await insertApiKey(control, {
      id,
      name: body.name,
      prefix: secret.slice(0, shownCharacters),
      secretHash: hashSecretToken(secret),
      ownerId: owner.value.id,
      projectId: body.projectId,
      rights: [...new Set(given)],
      at,
      expiresAt: body.expiresInDays === null ? null : daysLater(at, body.expiresInDays),
    })
    const key = must(await readApiKey(control, id), 'the key just made')
    const { name, projectId, expiresAt } = key
    context.audit({
      kind: 'api-key',
      id,
      name,
      after: { name, owner: key.owner, projectId, rights: given, expiresAt },
    })
    return ok({ key, secret })
  },
  async revokeApiKey({ params }, context) {
    const { control, at } = context
    const key = await readApiKey(control, params.keyId)
    if (key === null || !mayRevoke(callerOf(context), key)) return notThere(params.keyId)
    await revokeApiKey(control, key.id, at)
    context.audit({ kind: 'api-key', id: key.id, name: key.name })
    return ok(undefined)
  },
}

/** A key makes no keys: one that was stolen would outlive its end. */
async function readOwner(context: HandlerContext, ownerId: string | undefined): Promise<Result<Person>> {
  const caller = callerOf(context)
  if (caller.by === 'key')
    return fail(createError('ASSAY-9002', { message: 'A key cannot make keys', fix: 'sign in to make one' }))
  if (ownerId === undefined || ownerId === caller.person.id) return ok(caller.person)
  if (!organisationRights(caller).has('administer'))
    return fail(createError('ASSAY-9002', { where: 'the keys of others' }))
  const owner = await readPerson(context.control, ownerId)
  if (owner === null) return notThere(ownerId)
  return owner.kind === 'service' && !owner.disabled
    ? ok(owner)
    : fail(createError('ASSAY-9009', { message: `${owner.name} is no service account that is enabled` }))
}

/** What the owner holds in the project, or anywhere: more than that a key would not do. `null`: they may not see the project. */
async function rightsWithin(
  control: ControlDatabase,
  owner: Person,
  projectId: string | null,
): Promise<ReadonlySet<Right> | null> {
  const projects = (await listOwnProjects(control, owner.id)).filter(
    ({ id }) => projectId === null || id === projectId,
  )
  const rights = new Set([...rightsOf(owner.role), ...projects.flatMap(({ role }) => [...rightsOf(role)])])
  if (projectId === null) return rights.add('read')
  return projects.length > 0 && rights.has('read') ? rights : null
}

/** One's own, or any by whoever administers; a key that does not administer may end itself alone. */
function mayRevoke(caller: Caller, key: ApiKey): boolean {
  if (organisationRights(caller).has('administer')) return true
  return caller.key === null ? key.owner.id === caller.person.id : key.id === caller.key.id
}

const daysLater = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * 24 * 3_600_000).toISOString()
