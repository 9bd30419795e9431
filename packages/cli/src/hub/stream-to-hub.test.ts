import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRunFolders, readRawRunRows, runFolderPath } from '@assay/storage/files'
import { must, type Clock, type RunStore } from '@assay/core'
import { createHubClient } from '@assay/sdk'
import { buildTestCase, createMemoryRunStore, startFakeHub, type FakeHub } from '@assay/testkit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HubAccess } from './open-hub.ts'
import { restoreLostRows } from './restore-lost-rows.ts'
import { createRunSender } from './run-sender.ts'
import { streamToHub, type HubStream } from './stream-to-hub.ts'

/** Pauses last a hundredth: what is tested is their order, not their length. */
const clock: Pick<Clock, 'sleep'> = {
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms / 100)
      signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
    }),
}

let hub: FakeHub
beforeEach(async () => {
  hub = await startFakeHub()
})
const opened: RunStore[] = []
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
  await hub.stop()
})

const accessOf = ({ url, state }: FakeHub, key = state.key): HubAccess => ({
  url,
  client: createHubClient({ url, key }),
  findProject: async () => ({ ok: true, value: state.project }),
})

interface Opened {
  readonly stream: HubStream
  readonly store: RunStore
  readonly folder: string
  readonly root: string
}

async function openRun(access = accessOf(hub)): Promise<Opened> {
  const root = mkdtempSync(join(tmpdir(), 'assay-stream-'))
  const { manifest } = createMemoryRunStore()
  const store = await createRunFolders(root, { clock: { now: () => 0 } }).create(manifest)
  if (!store.ok) throw new Error(store.error.message)
  return { ...streamOf(store.value, root, access), root }
}

function streamOf(store: RunStore, root: string, access: HubAccess): Omit<Opened, 'root'> {
  opened.push(store)
  const folder = runFolderPath(root, store.manifest.name)
  const sender = createRunSender(access, { manifest: store.manifest, origin: 'command' })
  const raw = readRawRunRows(folder)
  return { store, folder, stream: streamToHub(store, { sender, raw, clock, random: () => 0.5 }) }
}

async function appendUnits({ store }: Pick<HubStream, 'store'>, from: number, to: number): Promise<void> {
  for (let number = from; number < to; number += 1) {
    const unit = `unit-${number}`
    const at = { unit, caseId: `case-${number}`, repeat: 0 }
    await store.append('attempts', { ...at, at: '2026-01-01', tries: 1, answer: null, error: null })
    await store.append('verdicts', { ...at, check: 'correctness', checkKey: 'k', outcome: 'pass' })
    await store.append('units', { key: unit, status: 'done' })
  }
}

const hubRun = () => must([...hub.state.runs.values()][0], 'the run')
const tables = ['cases', 'attempts', 'verdicts', 'units'] as const

function expectSame(folder: string): void {
  for (const table of tables)
    expect(`${hubRun().rows.get(table)?.join('\n')}\n`).toBe(
      readFileSync(join(folder, `${table}.jsonl`), 'utf8'),
    )
}

const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 500) throw new Error('it did not happen')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

const finished = { status: 'finished', error: null } as const

test('rows reach the hub while the run goes on, byte for byte those of the folder, and the end is told', async () => {
  const { stream, store, folder } = await openRun()
  await store.append('cases', buildTestCase({ question: 'Zoë \u2028 "?"' }))
  await appendUnits(stream, 0, 40)
  await until(() => hub.state.runs.size > 0 && hubRun().rows.get('units')?.length === 40)
  await appendUnits(stream, 40, 1100)
  const report = await stream.finish(finished)
  expect(report).toMatchObject({ sent: 3301, waiting: 0, failure: null })
  expect(report.page).toContain(store.manifest.id)
  expect(hubRun()).toMatchObject({ status: 'finished', origin: 'command' })
  expectSame(folder)
  const sizes = hub.state.requests
    .filter(({ id }) => id === 'appendRows')
    .map(({ text }) => JSON.parse(text).rows.length)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(500)
})

test('at no moment has the hub a unit without the rows it recorded', async () => {
  const { stream } = await openRun()
  const torn: string[] = []
  hub.state.failing = () => {
    if (hub.state.runs.size === 0) return null
    const of = (table: 'attempts' | 'verdicts' | 'units') => hubRun().rows.get(table)?.length ?? 0
    if (of('units') > Math.min(of('attempts'), of('verdicts'))) torn.push(`${of('units')}`)
    return null
  }
  await appendUnits(stream, 0, 800)
  await stream.finish(finished)
  expect(torn).toEqual([])
  expect(hubRun().rows.get('units')).toHaveLength(800)
})

test('a hub that is away, overloaded or broken never holds the run up, and gets everything when it is back', async () => {
  const { stream, folder } = await openRun()
  await hub.stop()
  await appendUnits(stream, 0, 30)
  hub.state.failing = () => ({ status: 503, code: 'ASSAY-9011' })
  await hub.start()
  await appendUnits(stream, 30, 60)
  hub.state.failing = () => ({ status: 429, code: 'ASSAY-9007', retryAfter: '1' })
  await appendUnits(stream, 60, 90)
  await new Promise((resolve) => setTimeout(resolve, 30))
  hub.state.failing = () => null
  await appendUnits(stream, 90, 120)
  expect(await stream.finish(finished)).toMatchObject({ sent: 360, waiting: 0 })
  for (const table of ['attempts', 'verdicts', 'units'] as const)
    expect(`${hubRun().rows.get(table)?.join('\n')}\n`).toBe(
      readFileSync(join(folder, `${table}.jsonl`), 'utf8'),
    )
})

test('what a hub that stays away lacks is counted, and the run is none the worse', async () => {
  await hub.stop()
  const { stream, folder } = await openRun()
  await appendUnits(stream, 0, 10)
  const report = await stream.finish(finished)
  expect(report).toMatchObject({ sent: 0, waiting: 30, page: null, failure: { code: 'ASSAY-9014' } })
  expect(readFileSync(join(folder, 'units.jsonl'), 'utf8').split('\n')).toHaveLength(11)
  await hub.start()
})

test('a key the hub does not know ends the sending at once, and the run goes on', async () => {
  const { stream } = await openRun(accessOf(hub, 'another'))
  await appendUnits(stream, 0, 600)
  const asked = hub.state.requests.length
  const report = await stream.finish({ status: 'stopped', error: null })
  expect(report).toMatchObject({ waiting: 1800, failure: { code: 'ASSAY-9001' } })
  expect(hub.state.requests).toHaveLength(asked)
})

test('a second start sends only what the hub lacks', async () => {
  const first = await openRun()
  await appendUnits(first.stream, 0, 20)
  await first.stream.finish({ status: 'stopped', error: null })
  await appendUnits(first, 20, 25)
  await first.store.close()
  const again = await createRunFolders(first.root, { clock: { now: () => 0 } }).open(first.store.manifest.id)
  if (!again.ok) throw new Error(again.error.message)
  const second = streamOf(again.value, first.root, accessOf(hub))
  await appendUnits(second.stream, 25, 30)
  expect(await second.stream.finish(finished)).toMatchObject({ sent: 30, waiting: 0 })
  expect(
    hubRun()
      .rows.get('units')
      ?.map((line) => JSON.parse(line).key),
  ).toEqual(Array.from({ length: 30 }, (_, number) => `unit-${number}`))
})

test('rows a folder lost are fetched back; a folder that lacks them is never sent in their place', async () => {
  const whole = await openRun()
  await appendUnits(whole.stream, 0, 20)
  await whole.stream.finish({ status: 'stopped', error: null })
  const bare = await openRun()
  await appendUnits(bare, 0, 5)
  expect(await bare.stream.finish(finished)).toMatchObject({ failure: { code: 'ASSAY-9009' } })
  const access = accessOf(hub)
  const sender = createRunSender(access, { manifest: bare.store.manifest, origin: 'command' })
  await sender.open()
  const restored = await restoreLostRows(access, bare.store, { sender, raw: readRawRunRows(bare.folder) })
  expect(restored).toEqual({ ok: true, value: 45 })
  for (const table of ['attempts', 'verdicts', 'units'] as const)
    expect(readFileSync(join(bare.folder, `${table}.jsonl`), 'utf8')).toBe(
      readFileSync(join(whole.folder, `${table}.jsonl`), 'utf8'),
    )
})

test('the key is in no byte of what is sent but its header', async () => {
  const { stream } = await openRun()
  await appendUnits(stream, 0, 3)
  await stream.finish(finished)
  expect(hub.state.requests.some(({ text }) => text.includes(hub.state.key))).toBe(false)
})
