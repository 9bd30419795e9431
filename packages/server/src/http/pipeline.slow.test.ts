import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endpoints, type AuditEntry, type EndpointId } from '@assay/contracts/hub'
import { allHandlers } from '../handlers/all-handlers.ts'
import { invitePerson, openTestHub, type TestHub } from '../testing/open-test-hub.ts'
import { appendAudit } from '@assay/storage/postgres'
import { readProjectSecrets } from '../identity/read-project-secrets.ts'

let hub: TestHub
let owner: { cookie: string; personId: string }
let project: { id: string }

beforeAll(async () => {
  hub = await openTestHub({ handlers: allHandlers })
  owner = await hub.owner()
  project = (await hub.request('POST', '/projects', { as: owner, body: { name: 'Assistant' } })).body
})
afterAll(() => hub.close())

const verify = async () => (await hub.request('POST', '/audit/verify', { as: owner })).body

test('a session changes nothing from another site, a key needs no site', async () => {
  const body = { name: 'Forged' }
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: '' },
  ]) {
    const forged = await hub.request('POST', '/projects', { as: owner, body, headers })
    expect([forged.status, forged.body.code]).toEqual([403, 'ASSAY-9017'])
  }
  const key = (await hub.request('POST', '/api-keys', { as: owner, body: { name: 'ci' } })).body.secret
  const made = await hub.request('POST', '/projects', {
    as: { key },
    body: { name: 'By key' },
    headers: { origin: 'https://evil.example' },
  })
  expect(made.status).toBe(201)
})

test('of a project that is not there every endpoint says so, to whoever owns the organisation too', async () => {
  const nowhere = '00000000-0000-7000-8000-00000000dead'
  const ids = (Object.keys(endpoints) as EndpointId[]).filter((id) =>
    endpoints[id].path.includes('{projectId}'),
  )
  expect(ids.length).toBeGreaterThan(60)
  for (const id of ids) {
    const { method, path } = endpoints[id]
    const refused = await hub.request(method, path.replaceAll(/\{\w+\}/g, nowhere), {
      as: owner,
      ...(method === 'GET' ? {} : { body: {} }),
    })
    expect([id, refused.status, refused.body.code, refused.body.where]).toEqual([
      id,
      404,
      'ASSAY-9003',
      `project ${nowhere}`,
    ])
  }
})

test('every answer carries the headers that keep pages and answers apart', async () => {
  for (const answer of [
    await hub.request('GET', '/setup'),
    await hub.request('GET', '/me'),
    await hub.request('GET', '/nothing'),
    await hub.identity('/get-session'),
    await hub.identity('/nothing'),
  ]) {
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
    )
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(answer.headers.get('strict-transport-security')).toBeNull()
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
})

test('the same key and request make one thing, another request with the key is refused', async () => {
  const headers = { 'idempotency-key': 'abc-1' }
  const make = (name: string, as = owner as { cookie: string }) =>
    hub.request('POST', '/projects', { as, body: { name }, headers })
  const first = await make('Once')
  const second = await make('Once')
  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.body).toEqual(first.body)
  expect(second.headers.get('etag')).toBe('"1"')
  const another = await make('Twice')
  expect([another.status, another.body.code]).toEqual([422, 'ASSAY-9013'])
  const listed = await hub.request('GET', '/projects?name=Once', { as: owner })
  expect(listed.body.items).toHaveLength(1)
  const audited = await hub.request('GET', '/audit?action=createProject', { as: owner })
  expect(audited.body.items.filter(({ subject }: AuditEntry) => subject.name === 'Once')).toHaveLength(1)
  const maintainer = await invitePerson(hub, owner, { email: 'max@example.org', role: 'maintainer' })
  expect((await make('Of another person', maintainer)).status).toBe(201)
})

test('requests with one key at the same moment make one thing', async () => {
  const headers = { 'idempotency-key': 'volley' }
  const made = await Promise.all(
    Array.from({ length: 6 }, () =>
      hub.request('POST', '/projects', { as: owner, body: { name: 'Volley' }, headers }),
    ),
  )
  expect(new Set(made.map(({ status }) => status))).toEqual(new Set([201]))
  expect(new Set(made.map(({ body }) => body.id)).size).toBe(1)
})

test('a failed request does not use its key up, and a key is free again after a day', async () => {
  const headers = { 'idempotency-key': 'later' }
  const make = (name: string) => hub.request('POST', '/projects', { as: owner, body: { name }, headers })
  expect((await make('Assistant')).status).toBe(409)
  expect((await make('Later')).status).toBe(201)
  expect((await make('Much later')).status).toBe(422)
  hub.passTime(24 * 3_600_000 + 1_000)
  expect((await make('Much later')).status).toBe(201)
})

test('a kept answer is sealed: a new API key is not readable in the database', async () => {
  const headers = { 'idempotency-key': 'key-1' }
  const make = () => hub.request('POST', '/api-keys', { as: owner, body: { name: 'sealed' }, headers })
  const [first, second] = [await make(), await make()]
  expect(second.body.secret).toBe(first.body.secret)
  const rows = await sql<{ answer: string }>`select answer from idempotency_keys`.execute(hub.hub.control)
  expect(JSON.stringify(rows.rows)).not.toContain(first.body.secret)
  const stored = await sql<object>`select * from api_keys where name = 'sealed'`.execute(hub.hub.control)
  expect(JSON.stringify(stored.rows)).not.toContain(first.body.secret)
  expect(stored.rows).toHaveLength(1)
})

test('a key holds what it was made for, in its project, until it is revoked or over', async () => {
  const other = (await hub.request('POST', '/projects', { as: owner, body: { name: 'Not for keys' } })).body
  const body = { name: 'narrow', projectId: project.id, rights: ['read'], expiresInDays: 1 }
  const made = (await hub.request('POST', '/api-keys', { as: owner, body })).body
  const as = { key: made.secret }
  expect(made.key).toMatchObject({ prefix: made.secret.slice(0, 12), rights: ['read'], lastUsedAt: null })
  expect((await hub.request('GET', `/projects/${project.id}`, { as })).status).toBe(200)
  expect((await hub.request('GET', `/projects/${other.id}`, { as })).status).toBe(404)
  expect((await hub.request('GET', '/people', { as })).status).toBe(403)
  const secret = { as, body: { value: 'x' } }
  expect((await hub.request('PUT', `/projects/${project.id}/secrets/A`, secret)).status).toBe(403)
  expect((await hub.request('POST', '/api-keys', { as, body: { name: 'child' } })).status).toBe(403)
  expect((await hub.request('GET', '/me/sessions', { as })).status).toBe(403)
  expect(
    (await hub.request('GET', '/api-keys', { as })).body.items.map(({ id }: { id: string }) => id),
  ).toEqual([made.key.id])
  const me = (await hub.request('GET', '/me', { as })).body
  expect(me).toMatchObject({ rights: [], key: { name: 'narrow' }, projects: [{ id: project.id }] })
  hub.passTime(24 * 3_600_000 + 1_000)
  expect((await hub.request('GET', '/me', { as })).body.code).toBe('ASSAY-9001')
  const long = (await hub.request('POST', '/api-keys', { as: owner, body: { name: 'long' } })).body
  expect((await hub.request('DELETE', `/api-keys/${long.key.id}`, { as: owner })).status).toBe(204)
  const revoked = await hub.request('GET', '/me', { as: { key: long.secret } })
  expect([revoked.status, revoked.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  for (const key of ['', 'assay_', `${long.secret}x`, `assay_${'a'.repeat(43)}`])
    expect((await hub.request('GET', '/setup', { as: { key } })).status).toBe(401)
})

test('a key of a viewer who asks for all rights holds those of a viewer', async () => {
  const viewer = await invitePerson(hub, owner, { email: 'vera@example.org', role: 'viewer' })
  const rights = ['read', 'review', 'edit', 'run', 'administer']
  const made = await hub.request('POST', '/api-keys', { as: viewer, body: { name: 'wish', rights } })
  expect(made.body.key.rights).toEqual(['read'])
  const none = await hub.request('POST', '/api-keys', {
    as: viewer,
    body: { name: 'none', rights: ['administer'] },
  })
  expect(none.status).toBe(403)
})

test('a service account works by key alone, made by whoever administers', async () => {
  const bot = (
    await hub.request('POST', '/service-accounts', { as: owner, body: { name: 'ci', role: 'maintainer' } })
  ).body
  const body = { name: 'ci', ownerId: bot.id }
  const viewer = await hub.signIn('vera@example.org')
  expect((await hub.request('POST', '/api-keys', { as: viewer, body })).status).toBe(403)
  const ofPerson = { ...body, ownerId: (await hub.request('GET', '/me', { as: viewer })).body.id }
  expect((await hub.request('POST', '/api-keys', { as: owner, body: ofPerson })).status).toBe(409)
  const key = (await hub.request('POST', '/api-keys', { as: owner, body })).body.secret
  expect((await hub.request('GET', '/me', { as: { key } })).body).toMatchObject({
    kind: 'service',
    name: 'ci',
  })
  await hub.request('PATCH', `/people/${bot.id}`, { as: owner, body: { disabled: true } })
  expect((await hub.request('GET', '/me', { as: { key } })).status).toBe(401)
})

test('a secret can be used, never read: not by the API, the log or the database', async () => {
  const path = `/projects/${project.id}/secrets/OPENAI_API_KEY`
  const value = 'sk-canary-91af'
  expect((await hub.request('PUT', path, { as: owner, body: { value } })).body).toMatchObject({
    name: 'OPENAI_API_KEY',
  })
  const listed = await hub.request('GET', `/projects/${project.id}/secrets`, { as: owner })
  const audit = await hub.request('GET', '/audit?limit=500', { as: owner })
  const stored = await sql<object>`select * from secrets`.execute(hub.hub.control)
  expect(JSON.stringify([listed.body, audit.body, stored.rows])).not.toContain(value)
  expect(await readProjectSecrets(hub.hub, project.id)).toEqual({ OPENAI_API_KEY: value })
  const bad = await hub.request('PUT', `/projects/${project.id}/secrets/..%2Fx`, {
    as: owner,
    body: { value },
  })
  expect(bad.status).toBe(422)
  expect((await hub.request('DELETE', path, { as: owner })).status).toBe(204)
  expect((await hub.request('DELETE', path, { as: owner })).status).toBe(404)
})

test('text that no database can store is refused, not broken on', async () => {
  const body = { name: 'with \0 inside' }
  const refused = await hub.request('POST', '/projects', { as: owner, body })
  expect([refused.status, refused.body.code]).toEqual([422, 'ASSAY-9006'])
  expect((await hub.request('PATCH', '/people/a%00b', { as: owner, body: {} })).status).toBe(404)
  const odd = await hub.request('POST', '/projects', { as: owner, body: { name: 'half \ud83d pair' } })
  expect(odd.status).toBeLessThan(500)
})

test('strangers are slowed down, and so is a key that does not count', async () => {
  const ask = (asked: object) => hub.request('GET', '/setup', { address: '203.0.113.80', ...asked })
  const answers = await Promise.all(Array.from({ length: 300 }, () => ask({})))
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(120)
  const slowed = answers.find(({ status }) => status === 429)
  expect(slowed?.body.code).toBe('ASSAY-9007')
  expect(Number(slowed?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
  const wrongKey = { as: { key: `assay_${'a'.repeat(43)}` } }
  const keyed = await Promise.all(Array.from({ length: 60 }, () => ask(wrongKey)))
  expect(keyed.some(({ status }) => status === 429)).toBe(true)
  expect((await ask({ as: owner })).status).toBe(200)
  expect((await hub.request('GET', '/setup', { address: '203.0.113.81' })).status).toBe(200)
})

test('each change is an entry: who, what, where, before and after; found by filter and exported whole', async () => {
  const read = await hub.request('GET', `/projects/${project.id}`, { as: owner })
  const headers = { 'if-match': read.headers.get('etag') ?? '' }
  const body = { description: 'Answers questions about limits', budgetUsd: 20 }
  const change = { as: owner, body, headers, address: '198.51.100.3' }
  expect((await hub.request('PATCH', `/projects/${project.id}`, change)).status).toBe(200)
  const [entry] = (await hub.request('GET', `/projects/${project.id}/audit`, { as: owner })).body.items
  expect(entry).toMatchObject({
    by: { id: owner.personId, name: 'Olga Owner' },
    action: 'changeProject',
    projectId: project.id,
    subject: { kind: 'project', id: project.id, name: 'Assistant' },
    address: '198.51.100.3',
    key: null,
  })
  expect(entry.changes).toContainEqual({ pointer: '/budgetUsd', before: null, after: 20 })
  const bySubject = await hub.request('GET', `/audit?subjectId=${project.id}&action=changeProject`, {
    as: owner,
  })
  expect(bySubject.body.items.map(({ sequence }: AuditEntry) => sequence)).toEqual([entry.sequence])
  const none = await hub.request('GET', '/audit?to=2020-01-01T00:00:00Z', { as: owner })
  expect(none.body.items).toEqual([])
  const page = await hub.request('GET', '/audit?limit=2', { as: owner })
  const next = await hub.request('GET', `/audit?limit=2&cursor=${page.body.next}`, { as: owner })
  expect(next.body.items[0].sequence).toBe(page.body.items[1].sequence - 1)
  const exported = await hub.request('GET', '/audit/export', { as: owner })
  const lines = String(exported.body)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AuditEntry)
  expect(lines.map(({ sequence }) => sequence)).toEqual(lines.map((_, index) => index + 1))
  expect(lines.at(-1)?.sequence).toBe(page.body.items[0].sequence)
})

test('an entry of what no database can store still fits its hash', async () => {
  const { control } = hub.hub
  await control.transaction().execute((transaction) =>
    appendAudit(transaction, {
      at: new Date().toISOString(),
      by: null,
      action: 'odd',
      projectId: null,
      subject: { kind: 'text', id: 'half of a pair \ud83d', name: 'nul \0' },
      changes: [{ pointer: '/a', before: undefined, after: { 'nul \0': ['\udc00', 1e21, -0, 0.1, 1e-7] } }],
      address: null,
      key: null,
    }),
  )
  expect((await verify()).brokenAt).toBeNull()
  const odd = await hub.request('GET', '/audit?action=odd', { as: owner })
  expect(odd.body.items[0].changes[0].after).toEqual({ 'nul \ufffd': ['\ufffd', 1e21, 0, 0.1, 1e-7] })
})

test('the chain holds under parallel changes, and breaks where an entry is altered or taken out', async () => {
  const made = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      hub.request('POST', '/projects', { as: owner, body: { name: `Parallel ${index}` } }),
    ),
  )
  expect(made.every(({ status }) => status === 201)).toBe(true)
  const whole = await verify()
  expect(whole.brokenAt).toBeNull()
  expect(whole.lastHash).toMatch(/^[0-9a-f]{64}$/)
  const { control } = hub.hub
  const alter = sql`update audit_entries set by_name = 'Somebody else' where sequence = 5`
  await expect(alter.execute(control)).rejects.toThrow('append-only')
  await expect(sql`delete from audit_entries where sequence = 5`.execute(control)).rejects.toThrow(
    'append-only',
  )
  await expect(sql`truncate audit_entries`.execute(control)).rejects.toThrow('append-only')
  // What the triggers cannot hold back: whoever owns the database.
  await sql`alter table audit_entries disable trigger all`.execute(control)
  await alter.execute(control)
  expect((await verify()).brokenAt).toBe(5)
  await sql`update audit_entries set by_name = 'Olga Owner' where sequence = 5`.execute(control)
  const fifth = await sql<{
    by_name: string | null
  }>`select by_name from audit_entries where sequence = 5`.execute(control)
  expect([(await verify()).brokenAt, fifth.rows[0]?.by_name]).toEqual([null, 'Olga Owner'])
  await sql`delete from audit_entries where sequence = 7`.execute(control)
  expect(await verify()).toMatchObject({ entries: 6, brokenAt: 8 })
})
