import { randomBytes } from 'node:crypto'
import { getMigrations } from 'better-auth/db/migration'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { peopleAndRightsHandlers } from '../testing/people-and-rights-handlers.ts'
import { authOptions } from './auth-options.ts'
import { createIdentity } from './create-identity.ts'
import { createRecoveryLink } from './create-recovery-link.ts'
import { invitePerson, openTestHub, testPassword, type TestHub } from '../testing/open-test-hub.ts'

let hub: TestHub
let owner: { cookie: string; personId: string }
let project: { id: string }
let other: { id: string }

beforeAll(async () => {
  hub = await openTestHub({ handlers: peopleAndRightsHandlers })
  expect((await hub.request('GET', '/setup')).body).toMatchObject({ needsOwner: true, signInWith: [] })
  owner = await hub.owner()
  project = (await hub.request('POST', '/projects', { as: owner, body: { name: 'Assistant' } })).body
  other = (await hub.request('POST', '/projects', { as: owner, body: { name: 'Other' } })).body
})
afterAll(() => hub.close())

test('the first owner is made once, by a token that works once', async () => {
  expect((await hub.request('GET', '/setup')).body.needsOwner).toBe(false)
  const again = await hub.request('POST', '/setup/owner', {
    body: { token: 'x', name: 'Eve', email: 'eve@example.org', password: testPassword },
  })
  expect(again.status).toBe(410)
  expect(again.body.code).toBe('ASSAY-9015')
})

test('an invited reviewer sees one project, may review it, not edit it, and the other does not exist', async () => {
  const reviewer = await invitePerson(hub, owner, {
    email: 'rita@example.org',
    project: { id: project.id, role: 'reviewer' },
  })
  const me = await hub.request('GET', '/me', { as: reviewer })
  expect(me.body).toMatchObject({
    role: null,
    rights: ['read'],
    projects: [{ id: project.id, role: 'reviewer' }],
  })
  expect((await hub.request('GET', `/projects/${project.id}`, { as: reviewer })).status).toBe(200)
  const edit = await hub.request('PATCH', `/projects/${project.id}`, {
    as: reviewer,
    body: { description: 'mine' },
    headers: { 'if-match': '"1"' },
  })
  expect([edit.status, edit.body.code]).toEqual([403, 'ASSAY-9002'])
  for (const [method, path] of [
    ['GET', `/projects/${other.id}`],
    ['GET', `/projects/${other.id}/members`],
    ['GET', `/projects/${other.id}/secrets`],
    ['DELETE', `/projects/${other.id}/secrets/KEY`],
    ['GET', `/projects/${other.id}/audit`],
    ['GET', '/projects/00000000-0000-7000-8000-000000000000'],
  ] as const) {
    const refused = await hub.request(method, path, { as: reviewer })
    expect([path, refused.status, refused.body.code]).toEqual([path, 404, 'ASSAY-9003'])
  }
  expect((await hub.request('GET', '/projects', { as: reviewer })).body.items).toHaveLength(1)
  expect((await hub.request('GET', '/audit', { as: reviewer })).status).toBe(403)
  expect((await hub.request('GET', '/invitations', { as: reviewer })).status).toBe(403)
})

test('an invitation is read by its link, accepted once, and void when taken back or after a week', async () => {
  const made = await hub.request('POST', '/invitations', {
    as: owner,
    body: { email: 'Ivan@Example.org', role: 'viewer' },
  })
  const token = new URL(made.body.link).searchParams.get('token')
  const read = await hub.request('POST', '/invitations/read', { body: { token } })
  expect(read.body).toEqual({
    email: 'ivan@example.org',
    invitedBy: 'Olga Owner',
    project: null,
    role: 'viewer',
  })
  const weak = { token, name: 'Ivan', password: 'password2024' }
  expect((await hub.request('POST', '/invitations/accept', { body: weak })).body.code).toBe('ASSAY-9018')
  const body = { token, name: 'Ivan', password: testPassword }
  expect((await hub.request('POST', '/invitations/accept', { body })).status).toBe(201)
  expect((await hub.request('POST', '/invitations/accept', { body })).status).toBe(410)
  const takenBack = await hub.request('POST', '/invitations', {
    as: owner,
    body: { email: 'no@example.org' },
  })
  const id = takenBack.body.invitation.id
  expect((await hub.request('DELETE', `/invitations/${id}`, { as: owner })).status).toBe(204)
  const revoked = new URL(takenBack.body.link).searchParams.get('token')
  expect((await hub.request('POST', '/invitations/read', { body: { token: revoked } })).status).toBe(410)
  const late = await hub.request('POST', '/invitations', { as: owner, body: { email: 'late@example.org' } })
  const lateToken = new URL(late.body.link).searchParams.get('token')
  hub.passTime(7 * 24 * 3_600_000 + 1_000)
  expect((await hub.request('POST', '/invitations/read', { body: { token: lateToken } })).status).toBe(410)
  hub.passTime(-(7 * 24 * 3_600_000 + 1_000))
})

test('an invitation gives only what its sender may still give', async () => {
  const sender = await invitePerson(hub, owner, {
    email: 'sven@example.org',
    project: { id: project.id, role: 'owner' },
  })
  const path = `/projects/${project.id}/invitations`
  const invited = await hub.request('POST', path, {
    as: sender,
    body: { email: 'guest@example.org', role: 'owner' },
  })
  expect(invited.status).toBe(201)
  const token = new URL(invited.body.link).searchParams.get('token')
  const demote = { as: owner, body: { role: 'maintainer' } }
  await hub.request('PUT', `/projects/${project.id}/members/${sender.personId}`, demote)
  const body = { token, name: 'Guest', password: testPassword }
  expect((await hub.request('POST', '/invitations/accept', { body })).status).toBe(410)
})

test('an owner of a project adds people who are here, and takes nobody’s account over by inviting them', async () => {
  const local = await invitePerson(hub, owner, {
    email: 'lena@example.org',
    project: { id: project.id, role: 'owner' },
  })
  const guest = await invitePerson(hub, owner, { email: 'gast@example.org' })
  const body = { email: 'owner@example.org', role: 'viewer' }
  const taken = await hub.request('POST', `/projects/${project.id}/invitations`, { as: local, body })
  expect([taken.status, taken.body.code]).toEqual([409, 'ASSAY-9009'])
  expect(
    (await hub.request('POST', '/invitations', { as: local, body: { email: 'new@example.org' } })).status,
  ).toBe(403)
  const member = `/projects/${project.id}/members/${guest.personId}`
  const added = await hub.request('PUT', member, { as: local, body: { role: 'viewer' } })
  expect(added.body).toMatchObject({ role: 'viewer', from: 'project', person: { id: guest.personId } })
  const elsewhere = `/projects/${other.id}/members/${guest.personId}`
  expect((await hub.request('PUT', elsewhere, { as: local, body: { role: 'viewer' } })).status).toBe(404)
  expect((await hub.request('GET', `/projects/${project.id}`, { as: guest })).status).toBe(200)
  expect((await hub.request('DELETE', member, { as: local })).status).toBe(204)
  expect((await hub.request('GET', `/projects/${project.id}`, { as: guest })).status).toBe(404)
})

test('whoever is to answer for a project is somebody who is there, and becomes an owner of it', async () => {
  const made = async (name: string, ownerId: string) =>
    hub.request('POST', '/projects', { as: owner, body: { name, ownerId } })
  const guest = await invitePerson(hub, owner, { email: 'antwort@example.org' })
  const bot = (
    await hub.request('POST', '/service-accounts', { as: owner, body: { name: 'bot', role: null } })
  ).body
  for (const ownerId of ['nobody', bot.id]) {
    const refused = await made('Of nobody', ownerId)
    expect([refused.status, refused.body.code, refused.body.fields[0].pointer]).toEqual([
      422,
      'ASSAY-9006',
      '/ownerId',
    ])
  }
  const theirs = (await made('Theirs', guest.personId)).body
  expect(theirs.owner).toMatchObject({ id: guest.personId })
  expect((await hub.request('GET', `/projects/${theirs.id}`, { as: guest })).status).toBe(200)

  const next = await invitePerson(hub, owner, { email: 'naechste@example.org' })
  const path = `/projects/${theirs.id}`
  const change = (ownerId: string, revision: number, as: { cookie: string } | { key: string } = guest) =>
    hub.request('PATCH', path, { as, body: { ownerId }, headers: { 'if-match': `"${revision}"` } })
  expect((await change('nobody', 1)).body.fields[0].pointer).toBe('/ownerId')
  await hub.request('PATCH', `/people/${next.personId}`, { as: owner, body: { disabled: true } })
  expect((await change(next.personId, 1)).body.fields[0].message).toBe('naechste is disabled')
  await hub.request('PATCH', `/people/${next.personId}`, { as: owner, body: { disabled: false } })
  const key = { name: 'narrow', rights: ['administer'] }
  const { secret } = (await hub.request('POST', '/api-keys', { as: guest, body: key })).body
  expect((await change(next.personId, 1, { key: secret })).status).toBe(403)
  expect((await change(next.personId, 1)).body).toMatchObject({ owner: { id: next.personId }, revision: 2 })
  const members = (await hub.request('GET', `${path}/members`, { as: owner })).body.items
  expect(members.find(({ person }: { person: { id: string } }) => person.id === next.personId)).toMatchObject(
    { role: 'owner', from: 'project' },
  )
  const mine = `${path}/members/${next.personId}`
  expect((await hub.request('DELETE', mine, { as: guest })).status).toBe(409)
})

test('an owner nobody could let in sets a new password by a link made on the machine, once', async () => {
  for (const email of ['nobody@example.org', 'rita@example.org'])
    expect(await createRecoveryLink(hub.hub, email)).toMatchObject({
      ok: false,
      error: { code: 'ASSAY-9003' },
    })
  const { email } = (await hub.request('GET', '/me', { as: owner })).body
  const link = await createRecoveryLink(hub.hub, String(email).toUpperCase())
  const token = new URL(link.ok ? link.value : '').searchParams.get('token')
  const body = { token, name: 'Somebody else', password: `${testPassword} neu` }
  expect((await hub.request('POST', '/invitations/accept', { body })).body).toEqual({ id: owner.personId })
  expect((await hub.request('POST', '/invitations/accept', { body })).body.code).toBe('ASSAY-9015')
  expect((await hub.request('GET', '/me', { as: owner })).status).toBe(401)
  const signedIn = await hub.identity('/sign-in/email', { body: { email, password: body.password } })
  expect(signedIn.status).toBe(200)
  owner = { ...owner, cookie: signedIn.cookie }
  expect((await hub.request('GET', '/me', { as: owner })).body).toMatchObject({
    role: 'owner',
    name: 'Olga Owner',
  })
  const { items } = (await hub.request('GET', '/audit?action=recoverOwner', { as: owner })).body
  expect(items).toMatchObject([{ by: null, subject: { id: owner.personId } }])
})

test('neither the organisation nor a project loses its last owner', async () => {
  const me = `/people/${owner.personId}`
  for (const body of [{ role: 'maintainer' }, { role: null }, { disabled: true }]) {
    const refused = await hub.request('PATCH', me, { as: owner, body })
    expect([refused.status, refused.body.code]).toEqual([409, 'ASSAY-9009'])
  }
  const mine = `/projects/${other.id}/members/${owner.personId}`
  expect((await hub.request('DELETE', mine, { as: owner })).status).toBe(409)
  expect((await hub.request('PUT', mine, { as: owner, body: { role: 'viewer' } })).status).toBe(409)
  const second = await invitePerson(hub, owner, { email: 'second@example.org', role: 'owner' })
  expect((await hub.request('PATCH', me, { as: owner, body: { role: 'maintainer' } })).status).toBe(200)
  const alone = await hub.request('PATCH', `/people/${second.personId}`, {
    as: second,
    body: { disabled: true },
  })
  expect(alone.status).toBe(409)
  expect((await hub.request('PATCH', me, { as: second, body: { role: 'owner' } })).status).toBe(200)
})

test('two owners who leave at the same moment do not leave nobody', async () => {
  const people = await hub.request('GET', '/people', { as: owner, body: undefined })
  const owners = people.body.items.filter((person: { role: string }) => person.role === 'owner')
  expect(owners).toHaveLength(2)
  const left = await Promise.all(
    owners.map((person: { id: string }) =>
      hub.request('PATCH', `/people/${person.id}`, { as: owner, body: { role: 'viewer' } }),
    ),
  )
  expect(left.filter(({ status }) => status === 200).length).toBeLessThan(2)
  const still = await hub.request('GET', '/people', { as: owner })
  const after = still.body.items.filter((person: { role: string }) => person.role === 'owner')
  expect(after.length).toBeGreaterThanOrEqual(1)
  // Whoever stayed makes the first owner one again for the tests that follow.
  if (!after.some((person: { id: string }) => person.id === owner.personId)) {
    const second = await hub.signIn('second@example.org')
    await hub.request('PATCH', `/people/${owner.personId}`, { as: second, body: { role: 'owner' } })
  }
})

test('whoever is disabled is out at once: session, key and a new sign-in', async () => {
  const dora = await invitePerson(hub, owner, { email: 'dora@example.org', role: 'viewer' })
  const key = (await hub.request('POST', '/api-keys', { as: dora, body: { name: 'laptop' } })).body.secret
  expect((await hub.request('GET', '/me', { as: { key } })).status).toBe(200)
  const disable = { as: owner, body: { disabled: true } }
  const done = await hub.request('PATCH', `/people/${dora.personId}`, disable)
  expect(done.body).toMatchObject({ disabled: true })
  expect((await hub.request('GET', '/me', { as: dora })).status).toBe(401)
  expect((await hub.request('GET', '/me', { as: { key } })).status).toBe(401)
  const signIn = await hub.identity('/sign-in/email', {
    body: { email: 'dora@example.org', password: testPassword },
  })
  expect([signIn.status, signIn.body.code]).toEqual([401, 'INVALID_EMAIL_OR_PASSWORD'])
  await hub.request('PATCH', `/people/${dora.personId}`, { as: owner, body: { disabled: false } })
  expect((await hub.request('GET', '/me', { as: dora })).status).toBe(401)
  const back = await hub.signIn('dora@example.org')
  expect((await hub.request('GET', '/me', { as: back })).status).toBe(200)
})

test('after a restart sessions hold, and the tables are as better-auth wants them', async () => {
  const { settings, clock, random } = hub.hub
  const parts = { control: hub.engine, settings, clock, random }
  const again = await createIdentity({ ...parts, sealKey: hub.sealKey })
  const headers = new Headers({ cookie: owner.cookie })
  expect(await again.readSession(headers)).toMatchObject({ personId: owner.personId })
  const foreign = await createIdentity({ ...parts, sealKey: randomBytes(32) })
  expect(await foreign.readSession(headers)).toBeNull()
  const plan = await getMigrations(
    authOptions({ ...hub.hub, secret: 'x'.repeat(32), onProfile: () => Promise.resolve() }),
  )
  expect([plan.toBeCreated, plan.toBeAdded, plan.schemaProblems]).toEqual([[], [], []])
})

test('sessions that are over are forgotten at the next start', async () => {
  const { settings, clock, random, control } = hub.hub
  await sql`update auth_session set "expiresAt" = now() - interval '1 hour' where "userId" != ${owner.personId}`.execute(
    control,
  )
  await createIdentity({ control: hub.engine, settings, clock, random, sealKey: hub.sealKey })
  const left = await sql<{ userId: string }>`select distinct "userId" from auth_session`.execute(control)
  expect(left.rows).toEqual([{ userId: owner.personId }])
})

test('an owner lets somebody back in: new password, old sessions end', async () => {
  const lost = await invitePerson(hub, owner, { email: 'lost@example.org', role: 'viewer' })
  const invited = await hub.request('POST', '/invitations', {
    as: owner,
    body: { email: 'lost@example.org' },
  })
  const token = new URL(invited.body.link).searchParams.get('token')
  const password = 'ein ganz anderes kennwort'
  const body = { token, name: 'Lost', password }
  const accepted = await hub.request('POST', '/invitations/accept', { body })
  expect(accepted.body).toEqual({ id: lost.personId })
  expect((await hub.request('GET', '/me', { as: lost })).status).toBe(401)
  const back = await hub.signIn('lost@example.org', password)
  expect((await hub.request('GET', '/me', { as: back })).body).toMatchObject({
    id: lost.personId,
    role: 'viewer',
  })
  await expect(hub.signIn('lost@example.org')).rejects.toThrow('401')
})
