import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuditEntry } from '@assay/contracts/hub'
import { invitePerson, openTestHub, testPassword, type TestHub } from '../testing/open-test-hub.ts'
import { peopleAndRightsHandlers } from '../testing/people-and-rights-handlers.ts'
import { totpOf } from '../testing/totp.ts'

let hub: TestHub
let owner: { cookie: string; personId: string }

beforeAll(async () => {
  hub = await openTestHub({
    handlers: peopleAndRightsHandlers,
    settings: { publicUrl: 'https://assay.example' },
  })
  owner = await hub.owner()
})
afterAll(() => hub.close())

const audited = async (action: string): Promise<AuditEntry[]> =>
  (await hub.request('GET', `/audit?action=${action}&limit=500`, { as: owner })).body.items

const enter = (email: string, password: string, address = '198.51.100.1') =>
  hub.identity('/sign-in/email', { body: { email, password }, address })

test('the cookie is bound to this host, TLS and the server, and lives two weeks', async () => {
  const signedIn = await enter('owner@example.org', testPassword)
  const [cookie = ''] = signedIn.headers.getSetCookie()
  expect(cookie).toMatch(/^__Host-assay\.session_token=/)
  expect(cookie).toMatch(/; HttpOnly/i)
  expect(cookie).toMatch(/; Secure/i)
  expect(cookie).toMatch(/; SameSite=Lax/i)
  expect(cookie).toMatch(/; Path=\//i)
  expect(cookie).toMatch(/; Max-Age=1209600/i)
  expect(cookie).not.toMatch(/domain/i)
  expect(signedIn.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
})

test('nobody signs up, and of better-auth only what Assay uses is there', async () => {
  const body = { name: 'Eve', email: 'eve@example.org', password: testPassword }
  expect((await hub.identity('/sign-up/email', { body })).status).toBe(404)
  for (const path of [
    '/update-user',
    '/delete-user',
    '/change-email',
    '/link-social',
    '/request-password-reset',
  ])
    expect((await hub.identity(path, { as: owner, body: {} })).status).toBe(404)
  for (const path of ['/list-sessions', '/error', '/ok', '/callback/a/b', '/two-factor/enable'])
    expect((await hub.identity(path, { as: owner })).status).toBe(404)
})

test('another site can neither sign somebody in nor out nor change a password', async () => {
  const evil = { origin: 'https://evil.example' }
  const credentials = { email: 'owner@example.org', password: testPassword }
  const signIn = await hub.identity('/sign-in/email', { body: credentials, headers: evil })
  expect([signIn.status, signIn.body.code]).toEqual([403, 'ASSAY-9017'])
  expect((await hub.identity('/sign-out', { as: owner, body: {}, headers: evil })).status).toBe(403)
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await hub.identity('/sign-in/email', { body: credentials, headers: form })).status).toBe(422)
  const redirect = { provider: 'none', callbackURL: 'https://evil.example/' }
  expect(
    (await hub.identity('/sign-in/social', { as: owner, body: redirect })).status,
  ).toBeGreaterThanOrEqual(400)
  expect((await hub.request('GET', '/me', { as: owner })).status).toBe(200)
})

test('a cookie that was tampered with is none', async () => {
  const [name = '', value = ''] = owner.cookie.split('=', 2)
  for (const cookie of [
    `${name}=${value.slice(0, -6)}AAAAAA`,
    `${name}=x${value.slice(1)}`,
    `${name}=`,
    `${name}=${value.split('.')[0]}`,
    owner.cookie.replace('__Host-', ''),
  ])
    expect((await hub.request('GET', '/me', { as: { cookie } })).status).toBe(401)
})

test('a second factor is enrolled, then asked for; the password alone opens nothing', async () => {
  const tina = await invitePerson(hub, owner, { email: 'tina@example.org', role: 'viewer' })
  const wrong = await hub.identity('/two-factor/enable', { as: tina, body: { password: 'not the password' } })
  expect(wrong.status).toBe(400)
  const enable = await hub.identity('/two-factor/enable', { as: tina, body: { password: testPassword } })
  const { totpURI, backupCodes } = enable.body as { totpURI: string; backupCodes: string[] }
  expect(new URL(totpURI).searchParams.get('issuer')).toBe('Assay')
  expect((await hub.request('GET', '/me', { as: tina })).body.twoFactor).toBe(false)
  const code = totpOf(totpURI, Date.now())
  const verified = await hub.identity('/two-factor/verify-totp', { as: tina, body: { code } })
  expect(verified.status).toBe(200)
  expect((await hub.request('GET', '/me', { as: { cookie: verified.cookie } })).body.twoFactor).toBe(true)

  const first = await enter('tina@example.org', testPassword)
  expect(first.body).toMatchObject({ twoFactorRedirect: true })
  expect((await hub.request('GET', '/me', { as: { cookie: first.cookie } })).status).toBe(401)
  const pending = { cookie: first.cookie }
  expect(
    (await hub.identity('/two-factor/verify-totp', { as: pending, body: { code: '000000' } })).status,
  ).toBe(401)
  const body = { code: totpOf(totpURI, Date.now()) }
  const second = await hub.identity('/two-factor/verify-totp', { as: pending, body })
  expect((await hub.request('GET', '/me', { as: { cookie: second.cookie } })).status).toBe(200)

  const again = await enter('tina@example.org', testPassword)
  const backup = { as: { cookie: again.cookie }, body: { code: backupCodes[0] } }
  const third = await hub.identity('/two-factor/verify-backup-code', backup)
  expect((await hub.request('GET', '/me', { as: { cookie: third.cookie } })).status).toBe(200)
  const twice = await enter('tina@example.org', testPassword)
  const used = { as: { cookie: twice.cookie }, body: { code: backupCodes[0] } }
  expect((await hub.identity('/two-factor/verify-backup-code', used)).status).toBe(401)

  expect((await audited('enable-two-factor')).map(({ subject }) => subject.id)).toEqual([tina.personId])
  const withs = (await audited('sign-in')).filter(({ subject }) => subject.id === tina.personId)
  expect(withs.map(({ changes }) => changes[0]?.after)).toEqual(['backup code', 'authenticator', 'password'])
})

test('whoever lost password and second factor is let back in by an owner, with neither', async () => {
  const invited = await hub.request('POST', '/invitations', {
    as: owner,
    body: { email: 'tina@example.org' },
  })
  const token = new URL(invited.body.link).searchParams.get('token')
  const password = 'noch ein anderes kennwort'
  await hub.request('POST', '/invitations/accept', { body: { token, name: 'Tina', password } })
  expect((await enter('tina@example.org', testPassword)).status).toBe(401)
  const back = await enter('tina@example.org', password)
  expect(back.body.twoFactorRedirect).toBeUndefined()
  const me = await hub.request('GET', '/me', { as: { cookie: back.cookie } })
  expect(me.body).toMatchObject({ role: 'viewer', twoFactor: false })
})

test('signing in, failing and signing out are audited; an unknown address is not kept', async () => {
  await enter('owner@example.org', 'wrong wrong wrong', '203.0.113.9')
  await enter('my-secret-password@typed.here', 'wrong wrong wrong', '203.0.113.9')
  const [unknown, known] = await audited('sign-in-failed')
  expect(known).toMatchObject({ by: null, address: '203.0.113.9', subject: { id: owner.personId } })
  expect(unknown).toMatchObject({ by: null, subject: { id: '', name: null } })
  expect(JSON.stringify(unknown)).not.toContain('typed.here')
  const session = await hub.signIn('owner@example.org')
  expect((await hub.identity('/sign-out', { as: session, body: {} })).status).toBe(200)
  expect((await hub.request('GET', '/me', { as: session })).status).toBe(401)
  expect((await audited('sign-out'))[0]).toMatchObject({ by: { id: owner.personId, name: 'Olga Owner' } })
})

test('who guesses one account waits longer and longer, from there first, and others still get in', async () => {
  await invitePerson(hub, owner, { email: 'gus@example.org' })
  const statuses: number[] = []
  for (let guess = 0; guess < 8; guess += 1)
    statuses.push((await enter('gus@example.org', 'wrong wrong wrong', '203.0.113.50')).status)
  expect(statuses.slice(0, 6)).toEqual([401, 401, 401, 401, 401, 401])
  expect(statuses.slice(6)).toEqual([429, 429])
  const blocked = await enter('gus@example.org', testPassword, '203.0.113.50')
  expect([blocked.status, blocked.body.code]).toEqual([429, 'ASSAY-9007'])
  expect(Number(blocked.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
  expect((await enter('gus@example.org', testPassword, '198.51.100.77')).status).toBe(200)
  hub.passTime(60_000)
  expect((await enter('gus@example.org', testPassword, '203.0.113.50')).status).toBe(200)
})

test('many guesses at once count each, and one address cannot try many accounts', async () => {
  const volley = await Promise.all(
    Array.from({ length: 12 }, () => enter('owner@example.org', 'wrong wrong wrong', '203.0.113.60')),
  )
  expect(volley.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(6)
  const spray: number[] = []
  for (let person = 0; person < 34; person += 1)
    spray.push((await enter(`person${person}@example.org`, 'wrong wrong wrong', '203.0.113.61')).status)
  expect(spray.slice(0, 30).every((status) => status === 401)).toBe(true)
  expect(spray.slice(31)).toEqual([429, 429, 429])
})

test('a new password is held to the rules, needs the old one, and ends the other sessions', async () => {
  const pia = await invitePerson(hub, owner, { email: 'pia@example.org' })
  const elsewhere = await hub.signIn('pia@example.org')
  const change = (currentPassword: string, newPassword: string) =>
    hub.identity('/change-password', {
      as: pia,
      body: { currentPassword, newPassword, revokeOtherSessions: true },
    })
  expect((await change(testPassword, 'pia@example.org')).body.code).toBe('ASSAY-9018')
  expect((await change(testPassword, 'too short')).body.code).toBe('ASSAY-9018')
  expect((await change('wrong wrong wrong', 'ein neues kennwort bitte')).status).toBe(400)
  const changed = await change(testPassword, 'ein neues kennwort bitte')
  expect(changed.status).toBe(200)
  expect((await hub.request('GET', '/me', { as: elsewhere })).status).toBe(401)
  expect((await hub.request('GET', '/me', { as: { cookie: changed.cookie } })).status).toBe(200)
  expect((await enter('pia@example.org', testPassword)).status).toBe(401)
})

test('sessions are listed with where they came from, and ended one by one', async () => {
  const sam = await invitePerson(hub, owner, { email: 'sam@example.org' })
  const second = await hub.identity('/sign-in/email', {
    body: { email: 'sam@example.org', password: testPassword },
    headers: { 'user-agent': 'Firefox', 'x-assay-address': '6.6.6.6', 'x-forwarded-for': '6.6.6.6' },
    address: '198.51.100.20',
  })
  const listed = await hub.request('GET', '/me/sessions', { as: sam })
  expect(listed.body.items).toHaveLength(2)
  const other = listed.body.items.find((session: { isThis: boolean }) => !session.isThis)
  expect(other).toMatchObject({ address: '198.51.100.20', agent: 'Firefox' })
  const foreign = await hub.request('DELETE', `/me/sessions/${other.id}`, { as: owner })
  expect(foreign.status).toBe(404)
  expect((await hub.request('DELETE', `/me/sessions/${other.id}`, { as: sam })).status).toBe(204)
  expect((await hub.request('GET', '/me', { as: { cookie: second.cookie } })).status).toBe(401)
})
