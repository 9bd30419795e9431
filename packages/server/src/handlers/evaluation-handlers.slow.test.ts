import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertTestSet, listEvaluationsOfThing, findEvaluationOf } from '@assay/storage/postgres'
import { createEvaluationJobs } from '../evaluations/create-evaluation-jobs.ts'
import { openEvaluationHub, type EvaluationHub } from '../evaluations/fixtures/evaluation-hub.ts'
import { sampleRun } from '../evaluations/fixtures/sample-run.ts'
import { documentHandlers } from './document-handlers.ts'

let hub: EvaluationHub
let target: { id: string; version: number }
let check: { id: string }
const set = '01930000-0000-7000-8000-0000000000aa'
const empty = '01930000-0000-7000-8000-0000000000bb'
beforeAll(async () => {
  hub = await openEvaluationHub(documentHandlers)
  target = await makeDocument('target', 'Assistant', body('http'))
  check = await makeDocument('check', 'Names a limit', {
    check: { check: 'contains', parameters: { phrases: 'limit' } },
  })
  const { control } = hub.hub
  const stamp = {
    projectId: hub.projectId,
    description: '',
    tags: [],
    by: hub.owner.personId,
    at: '2026-11-24T10:00:00.000Z',
  }
  await insertTestSet(control, { ...stamp, id: set, name: 'Questions' })
  await insertTestSet(control, { ...stamp, id: empty, name: 'Empty' })
  await control
    .updateTable('test_sets')
    .set({ version: 7, active_cases: 12, draft_cases: 3 })
    .where('id', '=', set)
    .execute()
})
afterAll(() => hub.close())

const body = (kind: 'http' | 'command') => ({
  connection: kind === 'http' ? { kind, url: 'https://assistant.example/ask' } : { kind, command: 'cat' },
})

async function makeDocument(kind: string, name: string, value: unknown) {
  const made = await hub.request('POST', `/projects/${hub.projectId}/documents`, { kind, name, body: value })
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  return made.body
}

const path = (end = ''): string => `/projects/${hub.projectId}/evaluations${end}`
const start = (more: Record<string, unknown> = {}) =>
  hub.request('POST', path(), { targetId: target.id, testSetIds: [set], ...more })
const control = (id: string, what: string) => hub.request('POST', path(`/${id}/control`), { do: what })

describe('starting an evaluation', () => {
  it('pins the exact versions and queues it', async () => {
    const started = await start({
      checkIds: [check.id],
      repeats: 2,
      limit: 5,
      gates: ['passing < 0.8'],
      judge: 'rules',
    })
    expect(started).toMatchObject({
      status: 202,
      body: {
        name: 'Assistant 1',
        origin: 'hub',
        status: 'queued',
        target: { name: 'Assistant', version: '1', pin: { id: target.id, version: 1 } },
        testSet: {
          name: 'Questions',
          hash: null,
          cases: 5,
          pins: [{ id: set, name: 'Questions', version: 7 }],
        },
        checks: ['Names a limit'],
        progress: { done: 0, total: 10, errors: 0, costUsd: null },
        passing: null,
      },
    })
    const { id } = started.body
    expect(hub.asked).toEqual([['queue', id, 'run']])
    const work = await jobs().read(id)
    expect(work).toMatchObject({
      hasRows: false,
      createdBy: hub.owner.personId,
      order: {
        target: { id: target.id, version: 1 },
        testSets: [{ id: set, version: 7 }],
        checks: [{ id: check.id, version: 1 }],
        gates: ['passing < 0.8'],
        limit: 5,
        answersOf: null,
      },
    })
    expect(
      await listEvaluationsOfThing(hub.hub.control, { projectId: hub.projectId, thingId: set, version: 7 }),
    ).toMatchObject([{ id }])
    expect(
      await listEvaluationsOfThing(hub.hub.control, { projectId: hub.projectId, thingId: set, version: 6 }),
    ).toEqual([])
    expect((await hub.request('GET', path(`/${id}`))).body).toMatchObject({
      summary: null,
      manifest: null,
      reproduce: '',
      trust: 'nothing was judged yet',
    })
  })

  it.each([
    ['a version that is not there', () => ({ targetVersion: 9 }), 404, 'ASSAY-9003'],
    ['a check that is none', () => ({ checkIds: [target.id] }), 404, 'ASSAY-9003'],
    ['a test set without an active case', () => ({ testSetIds: [empty] }), 422, 'ASSAY-9006'],
  ])('is refused for %s, and nothing is queued', async (_, more, status, code) => {
    const before = hub.asked.length
    const refused = await start(more())
    expect([refused.status, refused.body.code]).toEqual([status, code])
    expect(hub.asked).toHaveLength(before)
  })

  it.each([
    [{ gates: ['passing < 0.8', 'passing < 80'] }, '/gates/1', 'above 1'],
    [{ judge: 'a b' }, '/judge', 'a b'],
  ])('is refused for %j, which names its field, and nothing is queued', async (more, pointer, said) => {
    const before = hub.asked.length
    const refused = await start(more)
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'ASSAY-9006', fields: [{ pointer, message: expect.stringContaining(said) }] },
    })
    expect(hub.asked).toHaveLength(before)
  })

  it('on the hub’s own machine needs leave of whoever started it', async () => {
    const { control: database } = hub.hub
    const local = await makeDocument('target', 'Local', body('http'))
    await database
      .updateTable('document_versions')
      .set({ body: JSON.stringify(body('command')) })
      .where('document_id', '=', local.id)
      .execute()
    expect(await start({ targetId: local.id })).toMatchObject({
      status: 422,
      body: { fix: expect.stringContaining('--allow-local-targets') },
    })
  })
})

const jobs = () => createEvaluationJobs({ ...hub.hub, jobs: () => hub.hub.jobs })

describe('controlling an evaluation', () => {
  it('stops, goes on, asks again and checks again, where it stands so', async () => {
    const { id } = (await start()).body
    hub.asked.length = 0
    expect((await control(id, 'resume')).body.code).toBe('ASSAY-9009')
    expect((await control(id, 'stop')).body.status).toBe('stopped')
    expect((await control(id, 'resume')).body.status).toBe('queued')
    expect(await jobs().claim(id)).toBe(true)
    expect((await control(id, 'stop')).body.status, 'its run says when it stopped').toBe('running')
    expect(hub.asked).toEqual([
      ['stop', id],
      ['queue', id, 'run'],
      ['stop', id],
    ])
    await finish(id)
    expect(await jobs().claim(id), 'it ended').toBe(false)
    expect(
      (await control(id, 'retry-errors')).body.message ?? (await control(id, 'retry-errors')).body.detail,
    ).toContain('Nothing of it ended in an error')
    hub.asked.length = 0
    const again = await control(id, 'check-again')
    expect(again).toMatchObject({
      status: 202,
      body: { status: 'queued', name: 'Assistant 1, checked again', testSet: { pins: [{ id: set }] } },
    })
    expect(again.body.id).not.toBe(id)
    expect(hub.asked).toEqual([['queue', again.body.id, 'run']])
    expect((await jobs().read(again.body.id))?.order).toMatchObject({ answersOf: id, target: null })
  })

  it('keeps pins and name when its run is announced, and shows its figures', async () => {
    const started = (await start({ name: 'Nightly' })).body
    await jobs().claim(started.id)
    await finish(started.id)
    const { body: detail } = await hub.request('GET', path(`/${started.id}`))
    expect(detail.evaluation).toMatchObject({
      name: 'Nightly',
      origin: 'hub',
      status: 'finished',
      target: { pin: { id: target.id, version: 1 } },
      testSet: { pins: [{ id: set, version: 7 }], cases: 12 },
    })
    expect(detail.manifest).toEqual(sampleRun({ id: started.id, cases: 12 }).manifest)
    expect(Object.keys(detail.manifest), 'as it came').toEqual(
      Object.keys(sampleRun({ id: started.id, cases: 12 }).manifest),
    )
    const found = await findEvaluationOf(hub.hub.control, {
      projectId: hub.projectId,
      targetId: target.id,
      version: 1,
      testSetIds: [set],
    })
    expect(found?.id).toBe(started.id)
    expect(
      await findEvaluationOf(hub.hub.control, {
        projectId: hub.projectId,
        targetId: target.id,
        version: 1,
        testSetIds: [set, empty],
      }),
    ).toBeNull()
  })

  it('of the command line is left to the command line', async () => {
    const run = sampleRun({ id: '01930000-0000-7000-8000-000000000201', cases: 4 })
    await hub.push(run)
    for (const what of ['stop', 'resume', 'retry-errors'])
      expect((await control(run.manifest.id, what)).body, what).toMatchObject({ code: 'ASSAY-9009' })
    expect((await control(run.manifest.id, 'check-again')).body).toMatchObject({
      origin: 'hub',
      status: 'queued',
    })
  })

  it('settles what its run could not say, but nothing that is finished', async () => {
    const { id } = (await start()).body
    const error = { code: 'ASSAY-4001', message: 'It never began' } as const
    expect((await jobs().waiting()).map((each) => each.id)).toContain(id)
    await jobs().settle(id, { status: 'failed', error })
    expect((await hub.request('GET', path(`/${id}`))).body.evaluation).toMatchObject({
      status: 'failed',
      error,
    })
    const done = (await start()).body.id
    await finish(done)
    await jobs().settle(done, { status: 'failed', error })
    expect((await hub.request('GET', path(`/${done}`))).body.evaluation).toMatchObject({
      status: 'finished',
      error: null,
    })
  })

  it('started by a schedule says so', async () => {
    const scheduleId = '01930000-0000-7000-8000-0000000000cc'
    const request = {
      targetId: target.id,
      testSetIds: [set],
      tags: [],
      checkIds: [],
      judge: 'rules',
      repeats: 1,
      gates: [],
      budgetUsd: null,
    }
    const since = new Date(Date.now() - 1000).toISOString()
    expect(await jobs().hasStarted(scheduleId, since)).toBe(false)
    const started = await jobs().start({
      projectId: hub.projectId,
      scheduleId,
      personId: hub.owner.personId,
      request,
    })
    const id = started.ok ? started.value.id : ''
    expect((await hub.request('GET', path(`/${id}`))).body.evaluation).toMatchObject({
      scheduleId,
      status: 'queued',
    })
    expect(await jobs().hasStarted(scheduleId, since)).toBe(true)
    expect(await jobs().spentSince(hub.projectId, '2020-01-01T00:00:00.000Z')).toBeCloseTo(
      0.018 * 3 + 0.006,
      5,
    )
  })
})

/** As a worker's child sends it. */
async function finish(id: string): Promise<void> {
  const closed = await hub.push(sampleRun({ id, cases: 12 }))
  if (closed.status !== 200) throw new Error(JSON.stringify(closed.body))
}

describe('the list of evaluations', () => {
  it('is read by time, status, name, target and page', async () => {
    const list = async (query: Record<string, string> = {}) =>
      (await hub.request('GET', path(`?${new URLSearchParams(query).toString()}`))).body
    const everything = await list()
    expect(everything.total).toBe(everything.items.length)
    const ids = everything.items.map(({ id }: { id: string }) => id)
    const paged: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: { id: string }[]; next: string | null } = await list({
        limit: '2',
        ...(cursor === '' ? {} : { cursor }),
      })
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.next
    }
    expect(paged).toEqual(ids)
    expect(
      (await list({ status: 'finished' })).items.every(
        ({ status }: { status: string }) => status === 'finished',
      ),
    ).toBe(true)
    expect((await list({ name: 'NIGHT' })).total).toBe(1)
    expect((await list({ targetId: target.id })).total, 'all but the sent one and its check').toBe(
      ids.length - 2,
    )
    expect((await list({ testSetId: empty })).total).toBe(0)
    expect((await list({ to: '2020-01-01T00:00:00.000Z' })).total).toBe(0)
    expect((await hub.request('GET', path('?cursor=bm9uZQ'))).status).toBe(422)
  })

  it('names one anew and puts it away, on what was read', async () => {
    const { id } = (await start({ name: 'Old name' })).body
    const change = (revision: number, changes: unknown) =>
      hub.request('PATCH', path(`/${id}`), changes, { 'if-match': `"${revision}"` })
    expect(await change(1, { name: 'New name' })).toMatchObject({
      status: 200,
      body: { name: 'New name', revision: 2 },
    })
    expect((await change(1, { name: 'Other' })).status).toBe(412)
    await change(2, { archived: true })
    const names = async (query = '') =>
      (await hub.request('GET', path(query))).body.items.map(({ name }: { name: string }) => name)
    expect(await names()).not.toContain('New name')
    expect(await names('?archived=true')).toEqual(['New name'])
  })
})
