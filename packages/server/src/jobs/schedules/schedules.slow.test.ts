import { buildTestCase } from '@assay/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkHub, until, type WorkHub } from '../fixtures/work-hub.ts'

let hub: WorkHub
let targetId: string
let testSetId: string
beforeAll(async () => {
  // Evaluations wait for ever: what is tested is that they are asked for.
  hub = await openWorkHub({ command: [process.execPath, '-e', 'setInterval(() => {}, 1000)'] })
  await hub.startJobs()
  testSetId = await hub.makeTestSet([buildTestCase()])
  targetId = await hub.makeDocument('target', 'Assistant', target('one'))
})
afterAll(() => hub.close())

const target = (model: string) => ({
  connection: { kind: 'openai', url: 'http://127.0.0.1:9/v1', model, limits: { concurrency: 1 } },
})
const schedule = (when: object, more: object = {}) => ({ targetId, testSetIds: [testSetId], when, ...more })
const nightly = { kind: 'cron', cron: '0 2 * * *', timeZone: 'Europe/Vienna' }

async function change(id: string, patch: object): Promise<number> {
  const path = `/projects/${hub.project}/documents/${id}`
  const { headers } = await hub.request('GET', path)
  const changed = await hub.request('PATCH', path, patch, { 'if-match': String(headers.get('etag')) })
  if (changed.status !== 200) throw new Error(JSON.stringify(changed.body))
  return Number(changed.body.version)
}

const timesOf = async (id: string) => {
  const { rows } = await sql<{ cron: string; timezone: string; missed: string }>`
    select cron, timezone, options ->> 'missed' as missed from jobs.schedule where key = ${id}`.execute(
    hub.hub.control,
  )
  return rows
}

const startedBy = async (scheduleId: string) => {
  const { body } = await hub.request('GET', `/projects/${hub.project}/evaluations?limit=100`)
  return body.items.filter((each: { scheduleId: string }) => each.scheduleId === scheduleId)
}

test('the times of a schedule follow its document: made, changed, paused, put away', async () => {
  const id = await hub.makeDocument('schedule', 'Nightly', schedule(nightly))
  await until(async () => (await timesOf(id)).length === 1)
  expect(await timesOf(id)).toEqual([{ cron: '0 2 * * *', timezone: 'Europe/Vienna', missed: 'once' }])
  await change(id, { body: schedule({ ...nightly, cron: '30 4 * * 1-5' }) })
  await until(async () => (await timesOf(id))[0]?.cron === '30 4 * * 1-5')
  await change(id, { body: schedule(nightly, { paused: true }) })
  await until(async () => (await timesOf(id)).length === 0)
  await change(id, { body: schedule(nightly) })
  await until(async () => (await timesOf(id)).length === 1)
  await change(id, { archived: true })
  await until(async () => (await timesOf(id)).length === 0)
})

test('a time that passed while the hub was down is made up for once, in the name of whoever wrote the schedule', async () => {
  const id = await hub.makeDocument('schedule', 'Hourly', schedule({ ...nightly, cron: '0 * * * *' }))
  await until(async () => (await timesOf(id)).length === 1)
  await hub.jobs().close()
  await sql`update jobs.version set cron_on = now() - interval '5 hours'`.execute(hub.hub.control)
  await sql`update jobs.schedule set created_on = now() - interval '9 hours', updated_on = now() - interval '9 hours'`.execute(
    hub.hub.control,
  )
  await hub.startJobs()
  await until(async () => (await startedBy(id)).length > 0, 90)
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  expect(await startedBy(id)).toEqual([
    expect.objectContaining({ createdBy: { id: hub.owner.personId, name: 'Olga Owner' }, origin: 'hub' }),
  ])
  await change(id, { archived: true })
})

test('a new version of a target starts what waits for it, with that version, once', async () => {
  const id = await hub.makeDocument('schedule', 'On release', schedule({ kind: 'new-version' }))
  const version = await change(targetId, { body: target('two') })
  await until(async () => (await startedBy(id)).length > 0)
  expect(await startedBy(id)).toEqual([
    expect.objectContaining({
      target: expect.objectContaining({ pin: { id: targetId, name: 'Assistant', version } }),
    }),
  ])
  await hub.jobs().documentChanged({ id: targetId, projectId: hub.project, kind: 'target', version })
  await new Promise((resolve) => setTimeout(resolve, 4_000))
  expect(await startedBy(id)).toHaveLength(1)
  await change(id, { body: schedule({ kind: 'new-version' }, { paused: true }) })
})

test('a change of a knowledge base starts what waits for that one', async () => {
  const body = { contentVersion: 'a', documents: 1, chunks: 3 }
  const base = await hub.makeDocument('knowledge-base', 'Handbook', body)
  const other = await hub.makeDocument('knowledge-base', 'Other', body)
  const id = await hub.makeDocument(
    'schedule',
    'On documents',
    schedule({ kind: 'knowledge-base-change', knowledgeBaseId: base }),
  )
  await change(other, { body: { ...body, contentVersion: 'b' } })
  await change(base, { body: { ...body, contentVersion: 'b' } })
  await until(async () => (await startedBy(id)).length > 0)
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  expect(await startedBy(id)).toHaveLength(1)
})

test('a schedule of somebody who may not spend any more does nothing, and the log says so', async () => {
  const id = await hub.makeDocument('schedule', 'Of a leaver', schedule({ kind: 'new-version' }))
  await hub.hub.control
    .updateTable('people')
    .set({ disabled: true })
    .where('id', '=', hub.owner.personId)
    .execute()
  const version =
    1 +
    (
      await hub.hub.control
        .selectFrom('documents')
        .select('version')
        .where('id', '=', targetId)
        .executeTakeFirstOrThrow()
    ).version
  await sql`insert into document_versions (document_id, version, body, note, created_at, created_by)
    select document_id, ${version}, body, '', now(), created_by from document_versions where document_id = ${targetId} and version = 1`.execute(
    hub.hub.control,
  )
  await hub.hub.control.updateTable('documents').set({ version }).where('id', '=', targetId).execute()
  await hub.jobs().documentChanged({ id: targetId, projectId: hub.project, kind: 'target', version })
  const refusals = () =>
    hub.hub.control.selectFrom('audit_entries').selectAll().where('action', '=', 'schedule-refused').execute()
  await until(async () => (await refusals()).length > 0)
  expect(await refusals()).toEqual([
    expect.objectContaining({ by_id: null, subject: { kind: 'schedule', id, name: 'Of a leaver' } }),
  ])
  const count = await hub.hub.control
    .selectFrom('evaluations')
    .select('id')
    .where('schedule_id', '=', id)
    .execute()
  expect(count).toEqual([])
  await hub.hub.control
    .updateTable('people')
    .set({ disabled: false })
    .where('id', '=', hub.owner.personId)
    .execute()
})
