import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrateFacts } from '@assay/storage/clickhouse'
import { sampleRun } from '../evaluations/fixtures/sample-run.ts'
import { openEvaluationHub, type EvaluationHub } from '../evaluations/fixtures/evaluation-hub.ts'
import { openFacts } from './open-facts.ts'

const child = fileURLToPath(new URL('../testing/clickhouse-http.child.ts', import.meta.url))

let folder = ''
let server: ChildProcess
let url = ''
let hub: EvaluationHub
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-http-'))
  await startServer('0')
  hub = await openEvaluationHub({}, url)
})

async function startServer(port: string): Promise<void> {
  server = spawn(process.execPath, [child, folder, port], { stdio: ['pipe', 'pipe', 'inherit'] })
  if (server.stdout === null) throw new Error('no output')
  const [line] = await once(server.stdout, 'data')
  url = String(line).trim()
}

afterAll(async () => {
  await hub.close()
  server.kill()
  await rm(folder, { recursive: true, force: true })
})

it('everything is the same over HTTP: rows, figures, lists, words, one result, a comparison', async () => {
  const first = sampleRun({ id: '01930000-0000-7000-8000-000000000301', cases: 60 })
  const second = sampleRun({
    id: '01930000-0000-7000-8000-000000000302',
    cases: 60,
    wrongEvery: 30,
    version: '2',
  })
  for (const run of [first, second])
    expect(await hub.push(run)).toMatchObject({ status: 200, body: { passing: { n: 60 } } })
  const path = `/projects/${hub.projectId}`
  const rows = await hub.request('GET', `${path}/runs/${first.manifest.id}/rows?table=attempts&limit=2`)
  expect(String(rows.body).trimEnd().split('\n')).toEqual(
    first.tables.attempts.slice(0, 2).map((row) => JSON.stringify(row)),
  )
  const results = (query: Record<string, string>) =>
    hub.request(
      'GET',
      `${path}/evaluations/${first.manifest.id}/results?${new URLSearchParams(query).toString()}`,
    )
  expect((await results({})).body.total).toBe(60)
  expect((await results({ text: 'second line; NAÏVE 🙂' })).body.total).toBe(60)
  expect((await results({ text: `it's "quoted" \\ {x:String}\n\t` })).body.total).toBe(0)
  expect((await results({ text: 'part 17?', passed: 'true', topic: 'limits' })).body.total).toBe(0)
  expect((await results({ check: 'limit', tag: 'smoke' })).body.total).toBe(2)
  const hide = await hub.request(
    'PUT',
    `${path}/evaluations/${first.manifest.id}/results/case-00004/hidden`,
    { hidden: true },
  )
  expect(hide.status).toBe(200)
  expect((await results({})).body.total).toBe(59)
  const one = await hub.request('GET', `${path}/evaluations/${first.manifest.id}/results/case-00013`)
  expect(one.body.attempts[0].verdicts).toHaveLength(3)
  const compared = await hub.request(
    'GET',
    `${path}/comparisons?a=${first.manifest.id}&b=${second.manifest.id}`,
  )
  expect(compared.body.overall).toMatchObject({ verdict: 'better', pairs: 60 })
})

it('a server that is gone is said to be away, and is used again when it is back', async () => {
  const opened = await openFacts(folder, url)
  if (!opened.ok) throw new Error(opened.error.message)
  expect(await migrateFacts(opened.value)).toEqual({ ok: true, value: 0 })
  server.kill('SIGKILL')
  await once(server, 'close')
  const run = sampleRun({ id: '01930000-0000-7000-8000-000000000303', cases: 3 })
  const path = `/projects/${hub.projectId}/runs/${run.manifest.id}`
  const announced = await hub.request('PUT', path, { manifest: run.manifest, origin: 'upload' })
  expect(announced.status).toBe(200)
  const send = () => hub.request('POST', `${path}/rows`, { table: 'units', from: 0, rows: run.tables.units })
  expect(await send()).toMatchObject({ status: 503, body: { code: 'ASSAY-9011' } })
  await startServer(new URL(url).port)
  expect(await send()).toMatchObject({ status: 200, body: { next: 3 } })
  await opened.value.close()
})
