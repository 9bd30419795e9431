import { afterAll, beforeAll, expect, it } from 'vitest'
import { countRunLines } from '@assay/storage/clickhouse'
import { verifyAudit } from '@assay/storage/postgres'
import { openEvaluationHub, type EvaluationHub } from '../evaluations/fixtures/evaluation-hub.ts'
import { sampleRun } from '../evaluations/fixtures/sample-run.ts'
import { auditHandlers } from '../handlers/audit-handlers.ts'
import { removeExpired } from './remove-expired.ts'

const dayMs = 86_400_000
const old = sampleRun({ id: '01930000-0000-7000-8000-0000000000c1', cases: 20 })
const going = sampleRun({ id: '01930000-0000-7000-8000-0000000000c2', cases: 20, version: '2' })
const kept = sampleRun({ id: '01930000-0000-7000-8000-0000000000c3', cases: 20 })

let hub: EvaluationHub
let keeping = ''
beforeAll(async () => {
  hub = await openEvaluationHub({ ...auditHandlers })
  const headers = { 'idempotency-key': 'once' }
  keeping = String((await hub.request('POST', '/projects', { name: 'Keeps everything' }, headers)).body.id)
  await hub.hub.control
    .updateTable('projects')
    .set({ retention_days: 30 })
    .where('id', '=', hub.projectId)
    .execute()
  await hub.push(old)
  await hub.push(kept, keeping)
  await hub.request('PUT', `/projects/${hub.projectId}/runs/${going.manifest.id}`, {
    manifest: going.manifest,
    origin: 'upload',
  })
  await sendCases(going)
})
afterAll(() => hub.close())

const sendCases = (run: typeof old) =>
  hub.request('POST', `/projects/${hub.projectId}/runs/${run.manifest.id}/rows`, {
    table: 'cases',
    from: 0,
    rows: run.tables.cases,
  })

const removeAfter = (days: number) =>
  removeExpired({ ...hub.hub, clock: { now: () => Date.now() + days * dayMs } })

const lines = (run: typeof old, projectId = hub.projectId) =>
  countRunLines(hub.facts, { projectId, runId: run.manifest.id }, 'cases')

const read = async (run: typeof old) =>
  (await hub.request('GET', `/projects/${hub.projectId}/evaluations/${run.manifest.id}`)).body

it('nothing goes before its time', async () => {
  expect(await removeAfter(0.5)).toEqual({
    evaluations: 0,
    idempotencyKeys: 0,
    apiKeys: 0,
    invitations: 0,
    sessions: 0,
  })
  expect((await read(old)).evaluation).not.toHaveProperty('rowsRemovedAt')
  expect(await lines(old)).toBe(20)
})

it('rows of an evaluation go after the time its project keeps them; its figures stay and say so', async () => {
  const before = await read(old)
  expect(await removeAfter(29)).toMatchObject({ evaluations: 0, idempotencyKeys: 1, sessions: 1 })
  expect(await removeAfter(31)).toMatchObject({ evaluations: 1, idempotencyKeys: 0 })
  expect(await lines(old)).toBe(0)
  expect(await lines(going), 'it has not ended').toBe(20)
  expect(await lines(kept, keeping), 'its project keeps everything').toBe(20)
  const answer = await hub.facts.query({
    query: `select toUInt32(count()) as rows from results where run_id = '${old.manifest.id}'`,
    format: 'JSONEachRow',
  })
  expect(await answer.json()).toEqual([{ rows: 0 }])
  expect(await removeAfter(31), 'once').toMatchObject({ evaluations: 0 })
  const row = await hub.hub.control
    .selectFrom('evaluations')
    .select(['summary', 'passing', 'rows_removed_at', 'rows_removal_due'])
    .where('id', '=', old.manifest.id)
    .executeTakeFirstOrThrow()
  expect(row.rows_removed_at).toBeInstanceOf(Date)
  expect(row).toMatchObject({
    rows_removal_due: false,
    summary: before.summary,
    passing: before.evaluation.passing,
  })
})

it("it is audited as the hub's own doing, in a chain that is whole", async () => {
  const entry = await hub.hub.control
    .selectFrom('audit_entries')
    .selectAll()
    .where('action', '=', 'removeRows')
    .executeTakeFirstOrThrow()
  expect(entry).toMatchObject({
    by_id: null,
    project_id: hub.projectId,
    subject: { kind: 'evaluation', id: old.manifest.id },
  })
  expect(await verifyAudit(hub.hub.control)).toMatchObject({ brokenAt: null })
})

it('rows that were removed are neither given nor taken again', async () => {
  // The session went with the time that passed.
  const again = await hub.hub.identity.handle(
    new Request('http://127.0.0.1:4600/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:4600' },
      body: JSON.stringify({ email: 'owner@example.org', password: 'wohl temperiertes klavier' }),
    }),
    null,
  )
  const cookie = again.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const path = `/projects/${hub.projectId}/runs/${old.manifest.id}/rows`
  const sent = await hub.ask('POST', path, {
    as: { cookie },
    body: { table: 'cases', from: 0, rows: old.tables.cases },
  })
  expect(sent).toMatchObject({ status: 404, body: { code: 'ASSAY-9003' } })
  expect((await hub.ask('GET', `${path}?table=cases`, { as: { cookie } })).status).toBe(404)
  const found = await hub.ask('GET', `/projects/${hub.projectId}/evaluations/${old.manifest.id}`, {
    as: { cookie },
  })
  expect(found.body.evaluation.rowsRemovedAt).toMatch(/Z$/)
  expect(found.body.evaluation.passing.n).toBe(20)
})

it('what a death left behind is finished at the next look', async () => {
  const { id } = kept.manifest
  await hub.hub.control
    .updateTable('evaluations')
    .set({ rows_removed_at: new Date(), rows_removal_due: true })
    .where('id', '=', id)
    .execute()
  await removeAfter(0)
  expect(await lines(kept, keeping)).toBe(0)
})
