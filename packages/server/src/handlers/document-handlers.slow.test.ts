import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { HubEvent, LineageLink } from '@assay/contracts/hub'
import { insertEvaluation } from '@assay/storage/postgres'
import type { ChangedDocument } from '../jobs/hub-jobs.ts'
import { openTestHub, type TestHub } from '../testing/open-test-hub.ts'
import { peopleAndRightsHandlers } from '../testing/people-and-rights-handlers.ts'
import { documentHandlers } from './document-handlers.ts'
import { lineageHandlers } from './lineage-handlers.ts'
import { testSetHandlers } from './test-set-handlers.ts'

let hub: TestHub
let owner: { cookie: string; personId: string }
let project: { id: string }
const changed: ChangedDocument[] = []
const events: HubEvent[] = []

beforeAll(async () => {
  const jobs = { documentChanged: async (document: ChangedDocument) => void changed.push(document) }
  hub = await openTestHub({
    handlers: { ...peopleAndRightsHandlers, ...documentHandlers, ...lineageHandlers, ...testSetHandlers },
    parts: { jobs: jobs as never },
  })
  owner = await hub.owner()
  project = (await hub.request('POST', '/projects', { as: owner, body: { name: 'Assistant' } })).body
  hub.hub.events.subscribe(project.id, (event) => events.push(event))
})
afterAll(() => hub.close())
beforeEach(() => {
  changed.length = 0
  events.length = 0
})

const make = (kind: string, name: string, body: object, to = project) =>
  hub.request('POST', `/projects/${to.id}/documents`, {
    as: owner,
    body: { kind, name, body, note: 'first' },
  })
const path = (document: { id: string }) => `/projects/${project.id}/documents/${document.id}`
const get = (of: { id: string }, rest = '') => hub.request('GET', `${path(of)}${rest}`, { as: owner })
const change = (of: { id: string }, revision: number, body: object) =>
  hub.request('PATCH', path(of), { as: owner, body, headers: { 'if-match': `"${revision}"` } })

const prompt = (content: string) => ({ messages: [{ role: 'system', content }] })
const target = (connection: object = {}, more: object = {}) => ({
  connection: { kind: 'http', url: 'https://assistant.example/ask', ...connection },
  ...more,
})

test('another body makes a version, the same body none, and a name or archiving none either', async () => {
  const made = await make('prompt', 'answers', prompt('Be short.'))
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ kind: 'prompt', name: 'answers', version: 1, revision: 1, note: 'first' })
  expect(made.body.body).toEqual({ ...prompt('Be short.'), note: '' })
  const same = await change(made.body, 1, { body: { note: '', ...prompt('Be short.') } })
  expect(same.body).toMatchObject({ version: 1, revision: 1 })
  const second = await change(made.body, 1, { body: prompt('Be kind.'), note: 'too harsh' })
  expect(second.body).toMatchObject({ version: 2, revision: 2, note: 'too harsh' })
  const renamed = await change(made.body, 2, { name: 'replies', archived: true })
  expect(renamed.body).toMatchObject({ version: 2, revision: 3, name: 'replies' })
  expect(renamed.body.archivedAt).not.toBeNull()
  const versions = await get(made.body, '/versions')
  expect(versions.body.items).toMatchObject([
    { version: 2, note: 'too harsh', restores: null, createdBy: { name: 'Olga Owner' } },
    { version: 1, note: 'first' },
  ])
  expect(changed.map(({ version }) => version)).toEqual([1, 2, 2])
  expect(events).toEqual(Array.from({ length: 3 }, () => ({ kind: 'document', id: made.body.id })))
})

test('whoever read an earlier revision changes nothing, and is told', async () => {
  const { body: made } = await make('prompt', 'raced', prompt('One.'))
  await change(made, 1, { body: prompt('Two.') })
  const late = await change(made, 1, { body: prompt('Three.') })
  expect([late.status, late.body.code]).toEqual([412, 'ASSAY-9004'])
  const without = await hub.request('PATCH', path(made), { as: owner, body: { name: 'x' } })
  expect([without.status, without.body.code]).toEqual([428, 'ASSAY-9005'])
  expect((await get(made)).body.body.messages[0].content).toBe('Two.')
})

test('two changes at once: one holds', async () => {
  const { body: made } = await make('prompt', 'at once', prompt('Zero.'))
  const both = await Promise.all(['A.', 'B.'].map((words) => change(made, 1, { body: prompt(words) })))
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]))
  expect((await get(made)).body.version).toBe(2)
})

test('going back makes a new version with the old body, and says which', async () => {
  const { body: made } = await make('prompt', 'back', prompt('One.'))
  await change(made, 1, { body: prompt('Two.') })
  const restore = (version: number, revision: number) =>
    hub.request('POST', `${path(made)}/restore`, {
      as: owner,
      body: { version, note: 'better before' },
      headers: { 'if-match': `"${revision}"` },
    })
  expect((await restore(1, 2)).body).toMatchObject({ version: 3, revision: 3, body: prompt('One.') })
  expect((await get(made, '/versions')).body.items[0]).toMatchObject({ version: 3, restores: 1 })
  expect((await restore(9, 3)).status).toBe(404)
  expect((await restore(1, 3)).body).toMatchObject({ version: 3, revision: 3 })
  const changes = await get(made, '/changes?from=1&to=2')
  expect(changes.body.changes).toEqual([{ pointer: '/messages/0/content', before: 'One.', after: 'Two.' }])
  expect((await get(made, '/changes?from=1&to=3')).body.changes).toEqual([])
  expect((await get(made, '/changes?from=1&to=99999999999')).status).toBe(404)
})

test('a name belongs to one of a kind that is not archived, in any case', async () => {
  const { body: first } = await make('prompt', 'Once', prompt('x'))
  const second = await make('prompt', 'oNCE', prompt('y'))
  expect([second.status, second.body.code]).toEqual([409, 'ASSAY-9009'])
  expect((await make('check', 'once', { check: { check: 'refusal' } })).status).toBe(201)
  await change(first, 1, { archived: true })
  expect((await make('prompt', 'ONCE', prompt('z'))).status).toBe(201)
  const again = await change(first, 2, { archived: false })
  expect([again.status, again.body.code]).toEqual([409, 'ASSAY-9009'])
})

test('lists go by kind, part of the name and archived, page by page, with how many there are', async () => {
  for (const name of ['list a', 'list b', 'list c']) await make('prompt', name, prompt(name))
  const list = (query: string) =>
    hub.request('GET', `/projects/${project.id}/documents?${query}`, { as: owner })
  const first = await list('kind=prompt&name=LIST&limit=2')
  expect(first.body.items.map(({ name }: { name: string }) => name)).toEqual(['list c', 'list b'])
  expect(first.body.total).toBe(3)
  const second = await list(`kind=prompt&name=LIST&limit=2&cursor=${first.body.next}`)
  expect(second.body).toMatchObject({ items: [{ name: 'list a' }], next: null, total: 3 })
  expect((await list('cursor=WyJ4Il0')).status).toBe(422)
  expect((await list('archived=true&name=once')).body.items).toHaveLength(1)
})

const pointers = async (kind: string, body: object) => {
  const made = await make(kind, `refused ${Math.random()}`, body)
  expect(made.status).toBe(422)
  return made.body.fields.map(({ pointer }: { pointer: string }) => pointer)
}

test('a body that does not fit its kind is refused field by field', async () => {
  expect(await pointers('prompt', { messages: [{ role: 'boss', content: 1 }] })).toEqual([
    '/body/messages/0/role',
    '/body/messages/0/content',
  ])
  expect(await pointers('model', { provider: 'x', extra: 1 })).toContain('/body/snapshot')
  const deep = JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`)
  expect(await pointers('target', target({ body: deep }))).toEqual(['/body'])
})

test('a target may not lead into the hub, its machine or its network, nor hold a secret', async () => {
  expect(await pointers('target', { connection: { kind: 'command', command: 'id' } })).toEqual([
    '/body/connection/kind',
  ])
  for (const url of [
    'http://127.0.0.1:8080/ask',
    'http://localhost/ask',
    'http://169.254.169.254/latest/meta-data',
    'http://[::1]/',
    'http://2130706433/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'http://{{ question }}/',
    'http://{{ question }}.example.com/',
    'https://me:pass@example.com/',
    'nothing',
  ])
    expect(await pointers('target', target({ url })), url).toEqual(['/body/connection/url'])
  expect(await pointers('target', target({ headers: { Authorization: 'Bearer abc' } }))).toEqual([
    '/body/connection/headers/Authorization',
  ])
  expect(await pointers('target', target({ answerPath: '$.a[' }))).toEqual(['/body/connection/answerPath'])
  expect(await pointers('target', target({ body: { q: '{{ nothing }}' } }))).toEqual(['/body/connection'])
  const url = 'https://assistant.example/{{ threadId }}?q={{ question }}'
  const fine = await make('target', 'fine', target({ url, headers: { Authorization: 'Bearer ${KEY}' } }))
  expect(fine.status).toBe(201)
})

test('checks, schedules and requirements are read before they are kept', async () => {
  expect(await pointers('check', { check: { check: 'contians' } })).toEqual(['/body/check'])
  expect(await pointers('check', { check: { template: 'mine' } })).toEqual(['/body/check'])
  const { body: asked } = await make('target', 'scheduled', target())
  const { body: set } = await hub.request('POST', `/projects/${project.id}/test-sets`, {
    as: owner,
    body: { name: 'nightly' },
  })
  const schedule = { targetId: asked.id, testSetIds: [set.id], when: { kind: 'cron', cron: '0 3 * * *' } }
  expect((await make('schedule', 'nightly', schedule)).status).toBe(201)
  const wrong = {
    ...schedule,
    when: { kind: 'cron', cron: '0 25 * * *', timeZone: 'Mars/Base' },
    gates: ['correctness < 0.8', 'nonsense'],
    judge: 'a b',
  }
  expect(await pointers('schedule', wrong)).toEqual([
    '/body/when/cron',
    '/body/when/timeZone',
    '/body/gates/1',
    '/body/judge',
  ])
  const nobody = { statement: 's', ownerId: 'nobody', source: { kind: 'law', reference: '' }, least: 0.9 }
  expect(await pointers('requirement', { ...nobody, cases: { testSetIds: [set.id] } })).toEqual([
    '/body/ownerId',
  ])
})

test('what a body rests on has to be of this project, of the right kind, and of a version there is', async () => {
  const { body: other } = await hub.request('POST', '/projects', { as: owner, body: { name: 'Other' } })
  const { body: foreign } = await make('prompt', 'foreign', prompt('theirs'), other)
  const { body: own } = await make('prompt', 'own', prompt('ours'))
  const pinned = (id: string, version: number) => target({}, { prompt: { id, version } })
  expect(await pointers('target', pinned(foreign.id, 1))).toEqual(['/body/prompt/id'])
  expect(await pointers('target', pinned(own.id, 2))).toEqual(['/body/prompt/id'])
  expect(await pointers('target', target({}, { knowledgeBase: { id: own.id, version: 1 } }))).toEqual([
    '/body/knowledgeBase/id',
  ])
  const { body: made } = await make('target', 'pinned', pinned(own.id, 1))
  const seen = await hub.request('GET', `/projects/${other.id}/documents/${made.id}`, { as: owner })
  expect(seen.status).toBe(404)
})

test('lineage leads from a model to its data and to all that rests on it, and back', async () => {
  const { body: model } = await make('model', 'small', {
    provider: 'p',
    snapshot: 'small-2026',
    weights: 'open',
  })
  const { body: base } = await make('training-dataset', 'raw', {})
  const { body: data } = await make('training-dataset', 'clean', {
    madeFrom: [{ id: base.id, version: 1 }],
    trained: [{ id: model.id, version: 1 }],
  })
  const { body: words } = await make('prompt', 'words', prompt('One.'))
  const pin = (version: number) => target({}, { model: 'small', prompt: { id: words.id, version } })
  const { body: asked } = await make('target', 'asked', pin(1))
  await change(words, 1, { body: prompt('Two.') })
  await change(asked, 1, { body: pin(2) })
  const links = async (of: { id: string }, version?: number) => {
    const query = version === undefined ? '' : `?version=${version}`
    const found = await hub.request('GET', `/projects/${project.id}/lineage/${of.id}${query}`, { as: owner })
    return found.body.links.map(
      ({ direction, name, version }: { direction: string; name: string; version: number }) =>
        `${direction} ${name} ${version}`,
    )
  }
  expect(await links(model)).toEqual(['uses clean 1', 'used-by asked 2', 'used-by asked 1'])
  expect(await links(data)).toEqual(['uses raw 1', 'used-by small 1'])
  expect(await links(base)).toEqual(['used-by clean 1'])
  expect(await links(asked)).toEqual(['uses words 2', 'uses small 1'])
  expect(await links(asked, 1)).toEqual(['uses words 1', 'uses small 1'])
  expect(await links(words)).toEqual(['used-by asked 2', 'used-by asked 1'])
  expect(await links(words, 1)).toEqual(['used-by asked 1'])
  await change(asked, 2, { body: target({}, { model: 'small-2026' }) })
  expect(await links(model)).toEqual([
    'uses clean 1',
    'used-by asked 3',
    'used-by asked 2',
    'used-by asked 1',
  ])
})

test('lineage leads from a test set and a target to evaluations, and from those to the exact versions', async () => {
  const { control } = hub.hub
  const { body: asked } = await make('target', 'reviewed', target())
  await change(asked, 1, { body: target({}, { codeRevision: 'abc' }) })
  const { body: set } = await hub.request('POST', `/projects/${project.id}/test-sets`, {
    as: owner,
    body: { name: 'release' },
  })
  const evaluation = await insertEvaluation(control, {
    id: randomUUID(),
    projectId: project.id,
    name: 'nightly 1',
    origin: 'hub',
    status: 'finished',
    checks: [],
    repeats: 1,
    scheduleId: null,
    target: { name: 'reviewed', version: '2' },
    testSet: { name: 'release', hash: null, cases: 0 },
    judge: { id: 'rules', version: null },
    workOrder: null,
    manifest: null,
    pins: [
      { kind: 'target', id: asked.id, name: 'reviewed', version: 2 },
      { kind: 'test-set', id: set.id, name: 'release', version: 0 },
    ],
    by: owner.personId,
    at: '2026-11-24T08:00:00.000Z',
    startedAt: null,
  })
  const links = async (id: string, query = '') => {
    const found = await hub.request('GET', `/projects/${project.id}/lineage/${id}${query}`, { as: owner })
    return found.body.links?.map(
      (link: LineageLink) => `${link.direction} ${link.kind} ${link.name} ${link.version}`,
    )
  }
  expect(await links(asked.id)).toEqual(['used-by evaluation nightly 1 null'])
  expect(await links(asked.id, '?version=1')).toEqual([])
  expect(await links(set.id, '?version=0')).toBeUndefined()
  expect(await links(set.id)).toEqual(['used-by evaluation nightly 1 null'])
  expect(await links(evaluation.id)).toEqual(['uses target reviewed 2', 'uses test-set release 0'])
  expect(await links(randomUUID())).toBeUndefined()
  const { body: elsewhere } = await hub.request('POST', '/projects', {
    as: owner,
    body: { name: 'Elsewhere' },
  })
  for (const id of [asked.id, set.id, evaluation.id]) {
    const seen = await hub.request('GET', `/projects/${elsewhere.id}/lineage/${id}`, { as: owner })
    expect(seen.status).toBe(404)
  }
})

test('the audit log holds what differed', async () => {
  const { body: made } = await make('prompt', 'audited', prompt('One.'))
  await change(made, 1, { body: prompt('Two.') })
  const { body } = await hub.request('GET', `/projects/${project.id}/audit?subjectId=${made.id}`, {
    as: owner,
  })
  expect(body.items).toMatchObject([
    {
      action: 'changeDocument',
      subject: { kind: 'prompt', name: 'audited' },
      changes: [
        { pointer: '/version', before: 1, after: 2 },
        { pointer: '/body/messages/0/content', before: 'One.', after: 'Two.' },
      ],
    },
    { action: 'createDocument' },
  ])
})
