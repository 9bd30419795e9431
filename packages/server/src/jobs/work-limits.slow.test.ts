import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildTestCase, startScriptedServer, type ScriptedServer } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkHub, until, type WorkHub } from './fixtures/work-hub.ts'

let hub: WorkHub
let target: ScriptedServer
let redirects: Server
let delayMs = 0
beforeAll(async () => {
  target = await startScriptedServer(() => ({ text: '1 MiB', delayMs }))
  redirects = createServer((_, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  )
  await new Promise<void>((resolve) => redirects.listen(0, '127.0.0.1', resolve))
  hub = await openWorkHub({ workers: 3 })
  await hub.startJobs()
})
afterAll(async () => {
  await hub.close()
  await target.close()
  redirects.close()
})

const newCases = (count: number) =>
  Array.from({ length: count }, (_, number) => buildTestCase({ id: `case-${number}` }))
const openai = (more: object = {}) => ({
  connection: { kind: 'openai', url: target.url, model: 'bot', ...more },
})
const evaluationOf = async (id: string) => (await hub.read(id)).evaluation
const statusOf = async (id: string) => (await evaluationOf(id)).status
const ended = (id: string) =>
  until(async () => ['finished', 'failed', 'stopped'].includes(await statusOf(id)), 90)

test('evaluations of a target with limits ask it one after another; others wait for the number of their project', async () => {
  delayMs = 300
  const set = await hub.makeTestSet(newCases(8), 'Eight')
  const limited = await hub.makeDocument('target', 'Limited', openai({ limits: { concurrency: 2 } }))
  const ids = [
    (await hub.start({ targetId: limited, testSetIds: [set] })).id,
    (await hub.start({ targetId: limited, testSetIds: [set] })).id,
  ]
  let together = 0
  await until(async () => {
    const now = await Promise.all(ids.map(statusOf))
    together = Math.max(together, now.filter((status) => status === 'running').length)
    return now.every((status) => status === 'finished')
  }, 120)
  expect(together).toBe(1)
  expect(target.maxInFlight()).toBeLessThanOrEqual(2)
})

test('the place in the queue is known, and one that waits is taken out of it', async () => {
  delayMs = 400
  const project = await hub.request('GET', `/projects/${hub.project}`)
  await hub.request(
    'PATCH',
    `/projects/${hub.project}`,
    { concurrency: 1 },
    { 'if-match': String(project.headers.get('etag')) },
  )
  const set = await hub.makeTestSet(newCases(10), 'Ten')
  const targetId = await hub.makeDocument('target', 'Free', openai())
  const first = await hub.start({ targetId, testSetIds: [set] })
  await until(async () => (await statusOf(first.id)) === 'running')
  const second = await hub.start({ targetId, testSetIds: [set] })
  const third = await hub.start({ targetId, testSetIds: [set] })
  expect(await hub.jobs().queuePositions()).toEqual(
    new Map([
      [second.id, 1],
      [third.id, 2],
    ]),
  )
  expect((await evaluationOf(third.id)).queuePosition).toBe(2)
  expect(await evaluationOf(first.id)).not.toHaveProperty('queuePosition')
  await hub.request('POST', `/projects/${hub.project}/evaluations/${second.id}/control`, { do: 'stop' })
  expect(await statusOf(second.id)).toBe('stopped')
  await until(async () => (await hub.jobs().queuePositions()).get(third.id) === 1)
  delayMs = 0
  await ended(third.id)
  expect(await statusOf(third.id)).toBe('finished')
  expect(await hub.rows(second.id, 'attempts')).toEqual([])
})

test('what a hub that stops leaves is gone on with at its next start, also from another folder', async () => {
  delayMs = 300
  const set = await hub.makeTestSet(newCases(24), 'Twenty-four')
  const targetId = await hub.makeDocument('target', 'Slow', openai({ limits: { concurrency: 2 } }))
  const { id } = await hub.start({ targetId, testSetIds: [set] })
  await until(async () => (await evaluationOf(id)).progress.done > 4)
  await hub.jobs().close()
  // As if the next worker ran on another machine: what lies here is not its own.
  writeFileSync(join(hub.hub.settings.dataFolder, 'work', 'host'), 'another machine')
  delayMs = 0
  // The child closed its run when it was asked to stop; a hub that is gone would not have heard it.
  await hub.hub.control.updateTable('evaluations').set({ status: 'running' }).where('id', '=', id).execute()
  await hub.startJobs()
  await ended(id)
  const units = (await hub.rows(id, 'units')).map((line) => JSON.parse(line).key)
  expect([units.length, new Set(units).size]).toEqual([24, 24])
})

test('a target that leads to an address of the hub is refused, and nothing is sent there', async () => {
  const set = await hub.makeTestSet(newCases(2), 'Redirected')
  const url = `http://127.0.0.1:${(redirects.address() as AddressInfo).port}/ask`
  const body = { connection: { kind: 'http', url, body: { question: '{{ question }}' } } }
  const { id } = await hub.start({
    targetId: await hub.makeDocument('target', 'Leads away', body),
    testSetIds: [set],
  })
  await ended(id)
  const attempts = (await hub.rows(id, 'attempts')).map((line) => JSON.parse(line))
  expect(attempts.map(({ answer, error, tries }) => [answer, error?.code, tries])).toEqual([
    [null, 'ASSAY-9016', 1],
    [null, 'ASSAY-9016', 1],
  ])
})

test('code and commands of checks do not run on the machine of the hub, and its key is sent nowhere', async () => {
  const command = `command:touch ${join(hub.hub.settings.dataFolder, 'broken-out')}`
  const checks = [
    { check: 'end-state', name: 'state', parameters: { state: command, expected: { ok: true } } },
    { check: 'function', name: 'function', parameters: { function: 'checks.mjs:any' } },
  ]
  const set = await hub.makeTestSet([buildTestCase({ id: 'hostile', checks })], 'Hostile')
  const { id } = await hub.start({
    targetId: await hub.makeDocument('target', 'Plain', openai()),
    testSetIds: [set],
  })
  await ended(id)
  const verdicts = (await hub.rows(id, 'verdicts')).map((line) => JSON.parse(line))
  for (const name of ['state', 'function'])
    expect(
      verdicts.find(({ check }) => check === name),
      name,
    ).toMatchObject({
      outcome: 'error',
      error: { code: 'ASSAY-7013', message: expect.stringContaining("hub's own machine") },
    })
  expect(existsSync(join(hub.hub.settings.dataFolder, 'broken-out'))).toBe(false)
  const curious = openai({ apiKeyEnv: 'ASSAY_HUB_KEY' })
  const thief = await hub.start({
    targetId: await hub.makeDocument('target', 'Thief', curious),
    testSetIds: [set],
  })
  await ended(thief.id)
  expect(await evaluationOf(thief.id)).toMatchObject({ status: 'failed', error: { code: 'ASSAY-1005' } })
})
