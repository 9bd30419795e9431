import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startFakeIssuer, type FakeIssuer } from '../testing/fake-issuer.ts'
import { invitePerson, openTestHub, type TestHub } from '../testing/open-test-hub.ts'
import { peopleAndRightsHandlers } from '../testing/people-and-rights-handlers.ts'

let issuer: FakeIssuer
let hub: TestHub
let owner: { cookie: string; personId: string }

beforeAll(async () => {
  issuer = await startFakeIssuer()
  const client = { clientId: 'assay', clientSecret: 'secret' }
  hub = await openTestHub({
    handlers: peopleAndRightsHandlers,
    settings: {
      oidc: [
        { id: 'corporate', name: 'Corporate', issuer: issuer.url, ...client },
        { id: 'gone', name: 'Gone', issuer: 'http://127.0.0.1:9', ...client },
      ],
    },
  })
  owner = await hub.owner()
})
afterEach(() => void Object.assign(issuer, { fault: 'none', claims: {} }))
afterAll(async () => {
  await hub.close()
  await issuer.close()
})

/** Through the provider and back; `at`: where the browser ends up. */
async function signInWith(claims: Record<string, unknown>) {
  issuer.claims = claims
  const begun = await hub.identity('/sign-in/social', {
    body: { provider: 'corporate', callbackURL: '/home' },
  })
  expect(begun.status).toBe(200)
  const back = new URL(issuer.authorize(String(begun.body.url)))
  const path = `${back.pathname.replace('/api/auth', '')}${back.search}`
  const ended = await hub.identity(path, { as: { cookie: begun.cookie }, address: '198.51.100.5' })
  return {
    at: ended.headers.get('location') ?? `${ended.status}`,
    cookie: ended.cookie,
    back: path,
    state: begun.cookie,
  }
}

const me = async (cookie: string) => (await hub.request('GET', '/me', { as: { cookie } })).body

test('a provider is named on the sign-in page and asked nothing before somebody uses it', async () => {
  expect((await hub.request('GET', '/setup')).body.signInWith).toEqual([
    { id: 'corporate', name: 'Corporate' },
    { id: 'gone', name: 'Gone' },
  ])
  expect(issuer.asked.size).toBe(0)
})

test('whoever is neither here nor invited gets no account', async () => {
  const stranger = await signInWith({ sub: 's1', email: 'stranger@example.org', email_verified: true })
  expect(stranger.at).toContain('/sign-in?error=signup_disabled')
  expect(stranger.cookie).not.toContain('session_token')
  const people = await hub.request('GET', '/people', { as: owner })
  expect(people.body.items).toHaveLength(1)
})

test('somebody invited is made by signing in, with the roles of the invitation, and is known again', async () => {
  const invitation = { email: 'Ines@Example.org', role: 'reviewer' }
  await hub.request('POST', '/invitations', { as: owner, body: invitation })
  const claims = { sub: 'i1', email: 'ines@example.org', email_verified: true, name: 'Ines' }
  const first = await signInWith(claims)
  expect(first.at).toBe('/home')
  expect(await me(first.cookie)).toMatchObject({ name: 'Ines', email: 'ines@example.org', role: 'reviewer' })
  const again = await signInWith({ ...claims, email: 'renamed@example.org' })
  expect(await me(again.cookie)).toMatchObject({ email: 'ines@example.org' })
  const audited = await hub.request('GET', '/audit?limit=10', { as: owner })
  const actions = audited.body.items.map(({ action }: { action: string }) => action)
  expect(actions.slice(0, 3)).toEqual(['sign-in', 'sign-in', 'acceptInvitation'])
  const kept = await sql<{ accessToken: string | null; idToken: string | null }>`
    select "accessToken", "idToken" from auth_account where "providerId" = 'corporate'`.execute(
    hub.hub.control,
  )
  expect(kept.rows).toEqual([{ accessToken: null, idToken: null }])
})

test('somebody who is here by password may also come by a provider that verified the address', async () => {
  const here = await invitePerson(hub, owner, { email: 'paul@example.org', role: 'viewer' })
  const claims = { sub: 'p1', email: 'paul@example.org' }
  const unverified = await signInWith(claims)
  expect(unverified.at).toContain('error=account_not_linked')
  const claimed = await signInWith({ ...claims, email_verified: false })
  expect(claimed.at).toContain('error=account_not_linked')
  const verified = await signInWith({ ...claims, email_verified: true })
  expect((await me(verified.cookie)).id).toBe(here.personId)
})

test('an address that nobody verified opens no invitation', async () => {
  await hub.request('POST', '/invitations', { as: owner, body: { email: 'lisa@example.org', role: 'owner' } })
  const claimed = await signInWith({ sub: 'l1', email: 'lisa@example.org', email_verified: false })
  expect(claimed.at).toContain('error=')
  expect(claimed.cookie).not.toContain('session_token')
})

test.each(['foreign key', 'other audience', 'other nonce'] as const)(
  'a token with %s is refused',
  async (fault) => {
    issuer.fault = fault
    const refused = await signInWith({ sub: 'p1', email: 'paul@example.org', email_verified: true })
    expect(refused.at).toContain('error=')
    expect(refused.cookie).not.toContain('session_token')
  },
)

test('an answer is taken once, by the browser that asked', async () => {
  const claims = { sub: 'p1', email: 'paul@example.org', email_verified: true }
  const done = await signInWith(claims)
  expect(done.at).toBe('/home')
  const replayed = await hub.identity(done.back, { as: { cookie: done.state } })
  expect(replayed.headers.get('location')).toContain('error=')
  issuer.claims = claims
  const begun = await hub.identity('/sign-in/social', {
    body: { provider: 'corporate', callbackURL: '/home' },
  })
  const back = new URL(issuer.authorize(String(begun.body.url)))
  const other = await hub.identity(`${back.pathname.replace('/api/auth', '')}${back.search}`)
  expect(other.headers.get('location')).toContain('error=')
  expect(other.cookie).not.toContain('session_token')
})

test('whoever is disabled does not come in by a provider either', async () => {
  const claims = { sub: 'p1', email: 'paul@example.org', email_verified: true }
  const { id } = await me((await signInWith(claims)).cookie)
  await hub.request('PATCH', `/people/${id}`, { as: owner, body: { disabled: true } })
  const refused = await signInWith(claims)
  expect(refused.at).toContain('error=')
  expect(refused.cookie).not.toContain('session_token')
})

test('the way back leads to no other site', async () => {
  for (const callbackURL of [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
  ]) {
    const begun = await hub.identity('/sign-in/social', { body: { provider: 'corporate', callbackURL } })
    expect([callbackURL, begun.status]).toEqual([callbackURL, 403])
  }
})

test('a provider that is away is said so, and the rest of the hub goes on', async () => {
  const begun = await hub.identity('/sign-in/social', { body: { provider: 'gone', callbackURL: '/home' } })
  expect([begun.status, begun.body.code]).toEqual([502, 'PROVIDER_UNUSABLE'])
  expect((await hub.request('GET', '/setup')).status).toBe(200)
})
