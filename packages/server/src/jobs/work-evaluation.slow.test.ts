import { execFileSync } from 'node:child_process'
import { buildTestCase, startScriptedServer, type ScriptedServer } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkHub, until, type WorkHub } from './fixtures/work-hub.ts'

let hub: WorkHub
let target: ScriptedServer
let delayMs = 0
beforeAll(async () => {
  target = await startScriptedServer(({ headers }) => ({
    text: headers['authorization'] === 'Bearer s3cret' ? '1 MiB' : 'who are you?',
    delayMs,
  }))
  hub = await openWorkHub()
  await hub.startJobs()
  await hub.request('PUT', `/projects/${hub.project}/secrets/BOT_KEY`, { value: 's3cret' })
})
afterAll(async () => {
  await hub.close()
  await target.close()
})

const newCases = (count: number) =>
  Array.from({ length: count }, (_, number) => buildTestCase({ id: `case-${number}` }))

let made = 0
async function newTarget(more: Record<string, unknown> = {}): Promise<string> {
  made += 1
  const connection = { kind: 'openai', url: target.url, model: 'bot', apiKeyEnv: 'BOT_KEY' }
  return hub.makeDocument('target', `Assistant ${made}`, { connection: { ...connection, ...more } })
}

const statusOf = async (id: string) => (await hub.read(id)).evaluation.status
async function finished(id: string): Promise<void> {
  await until(async () => ['finished', 'failed', 'stopped'].includes(await statusOf(id)), 90)
  const { status, error } = (await hub.read(id)).evaluation
  expect({ status, error }).toEqual({ status: 'finished', error: null })
}

/** Processes of the command line that work on an evaluation. */
function pidsOf(id: string): readonly number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,args=', 'ww'], { encoding: 'utf8' }).split('\n')
  const pids = lines
    .filter((line) => line.includes('main.ts') && line.includes(' eval '))
    .map((line) => Number.parseInt(line, 10))
  return pids.filter((pid) => {
    try {
      return execFileSync('readlink', [`/proc/${pid}/cwd`], { encoding: 'utf8' }).includes(id)
    } catch {
      return false
    }
  })
}

test('an evaluation is done by the command line with the exact versions, and its figures are in the hub', async () => {
  const set = await hub.makeTestSet([...newCases(6), buildTestCase({ id: 'draft', status: 'draft' })], 'Six')
  const targetId = await newTarget()
  const { id } = await hub.start({
    targetId,
    testSetIds: [set],
    gates: ['correctness < 0.5'],
    name: 'First look',
  })
  await finished(id)
  await until(async () => (await hub.read(id)).summary !== null)
  const { evaluation, summary, manifest } = await hub.read(id)
  expect(evaluation).toMatchObject({
    name: 'First look',
    origin: 'hub',
    progress: { done: 6, total: 6, errors: 0 },
    testSet: { pins: [{ id: set, version: 1 }] },
    error: null,
  })
  expect(summary?.correctness).toMatchObject({ value: 1, n: 6 })
  expect(manifest).toMatchObject({ id, configuration: { target: { version: '1' } } })
  expect(JSON.stringify(manifest)).not.toContain('s3cret')
  expect(target.requests.every(({ messages }) => messages.at(-1)?.content.includes('bodyLimit'))).toBe(true)
  const keys = () => hub.hub.control.selectFrom('api_keys').selectAll().execute()
  await until(async () => (await keys()).length === 0)
})

test('a process that is killed is taken over: it goes on where it stood, and no row is there twice', async () => {
  delayMs = 250
  const set = await hub.makeTestSet(newCases(40), 'Forty')
  const targetId = await newTarget({ limits: { concurrency: 2 } })
  const before = target.requests.length
  const { id } = await hub.start({ targetId, testSetIds: [set] })
  for (let kill = 0; kill < 2; kill += 1) {
    const done = (await hub.read(id)).evaluation.progress.done
    await until(async () => (await hub.read(id)).evaluation.progress.done > done + 5)
    for (const pid of pidsOf(id)) process.kill(pid, 'SIGKILL')
    await until(() => pidsOf(id).length === 0)
  }
  await finished(id)
  delayMs = 0
  const units = (await hub.rows(id, 'units')).map((line) => JSON.parse(line).key)
  expect(units).toHaveLength(40)
  expect(new Set(units).size).toBe(40)
  const attempts = (await hub.rows(id, 'attempts')).map((line) => JSON.parse(line).caseId)
  expect(new Set(attempts).size).toBe(40)
  // What was in flight at a kill may be asked again; nothing else is.
  expect(target.requests.length - before).toBeLessThanOrEqual(40 + 2 * 2)
  expect((await hub.read(id)).evaluation.progress).toMatchObject({ done: 40, errors: 0 })
})

test('one that is stopped keeps what was done, and goes on when it is asked to', async () => {
  delayMs = 250
  const set = await hub.makeTestSet(newCases(30), 'Thirty')
  const targetId = await newTarget({ limits: { concurrency: 2 } })
  const { id } = await hub.start({ targetId, testSetIds: [set] })
  const control = (what: string) =>
    hub.request('POST', `/projects/${hub.project}/evaluations/${id}/control`, { do: what })
  await until(async () => (await hub.read(id)).evaluation.progress.done > 3)
  expect(await control('stop')).toMatchObject({ status: 202 })
  await until(async () => (await statusOf(id)) === 'stopped')
  const { done } = (await hub.read(id)).evaluation.progress
  expect(done).toBeGreaterThan(3)
  expect(done).toBeLessThan(30)
  await until(() => pidsOf(id).length === 0)
  delayMs = 0
  expect(await control('resume')).toMatchObject({ status: 202 })
  await finished(id)
  expect(await hub.rows(id, 'units')).toHaveLength(30)
})

test('a folder that is gone is fetched from the hub', async () => {
  delayMs = 250
  const set = await hub.makeTestSet(newCases(20), 'Twenty')
  const { id } = await hub.start({
    targetId: await newTarget({ limits: { concurrency: 2 } }),
    testSetIds: [set],
  })
  await until(async () => (await hub.read(id)).evaluation.progress.done > 5)
  const folder = `${hub.hub.settings.dataFolder}/work/${id}`
  for (const pid of pidsOf(id)) process.kill(pid, 'SIGKILL')
  execFileSync('rm', ['-rf', folder])
  delayMs = 0
  await finished(id)
  const units = (await hub.rows(id, 'units')).map((line) => JSON.parse(line).key)
  expect([units.length, new Set(units).size]).toEqual([20, 20])
})

test('stored answers are judged again as an evaluation of its own, and errors are asked again', async () => {
  const set = await hub.makeTestSet(newCases(4), 'Four')
  const { id } = await hub.start({ targetId: await newTarget(), testSetIds: [set], name: 'Source' })
  await finished(id)
  const before = target.requests.length
  const path = `/projects/${hub.project}/evaluations/${id}/control`
  const again = await hub.request('POST', path, { do: 'check-again' })
  expect(again).toMatchObject({ status: 202 })
  await finished(String(again.body.id))
  expect(target.requests).toHaveLength(before)
  await until(async () => (await hub.read(String(again.body.id))).summary !== null)
  expect((await hub.read(String(again.body.id))).summary?.correctness).toMatchObject({ n: 4 })
})

test('what cannot be done is said in the words of the command line', async () => {
  const set = await hub.makeTestSet(newCases(2), 'Two')
  const withoutKey = await hub.start({
    targetId: await newTarget({ apiKeyEnv: 'NOT_SET' }),
    testSetIds: [set],
  })
  await until(async () => (await statusOf(withoutKey.id)) === 'failed')
  expect((await hub.read(withoutKey.id)).evaluation.error).toMatchObject({
    code: 'ASSAY-1005',
    fix: expect.stringContaining('NOT_SET'),
  })
  const tagged = await hub.start({ targetId: await newTarget(), testSetIds: [set], tags: ['none has it'] })
  await until(async () => (await statusOf(tagged.id)) === 'failed')
  expect((await hub.read(tagged.id)).evaluation.error).toMatchObject({ code: 'ASSAY-9006' })
})

test('the month of a project that is spent lets nothing begin', async () => {
  const set = await hub.makeTestSet(newCases(2), 'Pair')
  const project = await hub.request('GET', `/projects/${hub.project}`)
  const etag = { 'if-match': String(project.headers.get('etag')) }
  await hub.request('PATCH', `/projects/${hub.project}`, { budgetUsd: 0 }, etag)
  const { id } = await hub.start({ targetId: await newTarget(), testSetIds: [set] })
  await until(async () => (await statusOf(id)) === 'stopped')
  expect((await hub.read(id)).evaluation.error).toMatchObject({ code: 'ASSAY-6005' })
  const after = await hub.request('GET', `/projects/${hub.project}`)
  await hub.request(
    'PATCH',
    `/projects/${hub.project}`,
    { budgetUsd: null },
    { 'if-match': String(after.headers.get('etag')) },
  )
})
