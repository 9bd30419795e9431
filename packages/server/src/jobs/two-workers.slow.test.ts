import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildTestCase, startScriptedServer, type ScriptedServer } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type RunningPostgres } from './fixtures/start-postgres.ts'
import { openWorkHub, until, type WorkHub } from './fixtures/work-hub.ts'

/** Two machines on one PostgreSQL; where none is installed there is nothing to test. */
const postgres: RunningPostgres | null = await startPostgres()

let hub: WorkHub
let target: ScriptedServer
let second: ChildProcess
beforeAll(async () => {
  if (postgres === null) return
  target = await startScriptedServer(() => ({ text: '1 MiB', delayMs: 300 }))
  hub = await openWorkHub({ postgresUrl: postgres.url, workers: 1 })
  await hub.startJobs()
  second = await startSecond(postgres.url)
})
afterAll(async () => {
  if (postgres === null) return
  second.kill('SIGKILL')
  await hub.close()
  await target.close()
  await postgres.stop()
})

function startSecond(postgresUrl: string): Promise<ChildProcess> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'assay-second-'))
  const parts = {
    settings: { ...hub.hub.settings, dataFolder, postgresUrl },
    hubUrl: hub.url,
    sealKey: hub.sealKey.toString('base64'),
  }
  const script = fileURLToPath(new URL('./fixtures/second-worker.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(parts)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve) => child.stdout.once('data', () => resolve(child)))
}

const cases = Array.from({ length: 40 }, (_, number) => buildTestCase({ id: `case-${number}` }))
const newTarget = (name: string) =>
  hub.makeDocument('target', name, {
    connection: { kind: 'openai', url: target.url, model: name, limits: { concurrency: 1 } },
  })
const evaluationOf = async (id: string) => (await hub.read(id)).evaluation
const hostOf = async (id: string) =>
  (
    await hub.hub.control
      .selectFrom('evaluation_work')
      .select('host')
      .where('evaluation_id', '=', id)
      .executeTakeFirst()
  )?.host

test.skipIf(postgres === null)(
  'two machines share the load; what the one that is killed leaves the other goes on with, and loses nothing',
  async () => {
    const set = await hub.makeTestSet(cases)
    const ids: string[] = []
    for (const name of ['one', 'two'])
      ids.push((await hub.start({ targetId: await newTarget(name), testSetIds: [set] })).id)
    await until(
      async () => (await Promise.all(ids.map(evaluationOf))).every(({ progress }) => progress.done > 3),
      90,
    )
    const hosts = await Promise.all(ids.map(hostOf))
    expect(new Set(hosts).size).toBe(2)
    second.kill('SIGKILL')
    await until(
      async () => (await Promise.all(ids.map(evaluationOf))).every(({ status }) => status === 'finished'),
      240,
    )
    expect(new Set(await Promise.all(ids.map(hostOf))).size).toBe(1)
    for (const id of ids) {
      const units = (await hub.rows(id, 'units')).map((line) => JSON.parse(line).key)
      expect([units.length, new Set(units).size]).toEqual([40, 40])
      const { progress } = await evaluationOf(id)
      expect(progress).toMatchObject({ done: 40, errors: 0 })
    }
    // One question was in flight at the kill, and rows of its last second may not have reached the hub.
    expect(target.requests.length).toBeLessThanOrEqual(80 + 8)
  },
)
