import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FactsDatabase } from '@assay/storage/clickhouse'
import { verifyAudit, type ControlDatabase } from '@assay/storage/postgres'
import { openControl } from '../engines/open-control.ts'
import { openFacts } from '../engines/open-facts.ts'
import { sampleRun, type SampleRun } from '../evaluations/fixtures/sample-run.ts'
import type { HubSettings } from '../settings.ts'
import { startHub, type RunningHub } from '../start-hub.ts'
import { testPassword, testSettings } from '../testing/open-test-hub.ts'
import { backupStoppedHub } from './backup-stopped-hub.ts'
import { restoreBackup } from './restore-backup.ts'

const runA = sampleRun({
  id: '01930000-0000-7000-8000-0000000000a1',
  cases: 150,
  // Characters that jsonb refuses and json keeps.
  manifest: { command: 'assay eval run \u0000 \ud83d "x" \u2028 end' },
})
const runB = sampleRun({ id: '01930000-0000-7000-8000-0000000000b1', cases: 1_500, version: '2' })

type Lines = ReadonlyMap<string, readonly string[]>

let base = ''
let settings: HubSettings
let hub: RunningHub | null = null
let key = ''
let projectId = ''
let before: Lines
let after: Lines
let facts: Lines
let figuresOfA: unknown
let sentAtStart = 0

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'assay-backup-'))
  settings = { ...testSettings, dataFolder: join(base, 'source'), port: 0 }
  hub = await start(settings)
  key = await hub.makeServiceKey('tests')
  await fillHub(hub)
  figuresOfA = (await call('GET', `/projects/${projectId}/evaluations/${runA.manifest.id}`)).body
  await announce(runB)
  for (const table of ['cases', 'contexts'] as const) await send(runB, table, 0, runB.tables[table].length)
  before = await readControl(hub.hub.control)
  await backUpWhileWriting('nightly')
  after = await readControl(hub.hub.control)
  facts = await readFacts(hub.hub.facts)
  await hub.close()
  hub = null
})
afterAll(async () => {
  await hub?.close()
  await rm(base, { recursive: true, force: true })
})

async function start(of: HubSettings): Promise<RunningHub> {
  const started = await startHub(of)
  if (!started.ok) throw new Error(JSON.stringify(started.error))
  return started.value
}

// eslint-disable-next-line typescript/no-explicit-any
async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }> {
  const answer = await fetch(`${hub!.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': `${Math.random()}`,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  // The one refusal this file asks for.
  if (answer.status >= 400 && answer.status !== 409) throw new Error(`${method} ${path}: ${text}`)
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) }
}

/** People who sign in, documents, a test set, a secret, a finished evaluation. */
async function fillHub({ url, setupUrl }: RunningHub): Promise<void> {
  const post = (path: string, body: unknown) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const email = 'olga@example.org'
  const token = new URL(String(setupUrl)).searchParams.get('token')
  if (token !== null)
    await post('/api/v1/setup/owner', { token, name: 'Olga', email, password: testPassword })
  await post('/api/auth/sign-in/email', { email, password: testPassword })
  projectId = (await call('POST', '/projects', { name: 'Help desk' })).body.id
  await call('PUT', `/projects/${projectId}/secrets/TOKEN`, { value: 'a secret' })
  await call('POST', `/projects/${projectId}/documents`, {
    kind: 'prompt',
    name: 'System \\ "quoted"',
    body: { messages: [{ role: 'system', content: 'Answer briefly.\nNaïve 🙂 \t\\n' }] },
  })
  const set = await call('POST', `/projects/${projectId}/test-sets`, { name: 'Questions', description: '' })
  await call('POST', `/projects/${projectId}/test-sets/${set.body.id}/cases`, {
    cases: runA.tables.cases
      .slice(0, 40)
      .map(({ question, referenceAnswer }) => ({ question, referenceAnswer })),
  })
  await announce(runA)
  for (const table of tablesOf(runA)) await send(runA, table, 0, runA.tables[table].length)
  await close(runA)
}

type Table = keyof SampleRun['tables']
const tablesOf = ({ tables }: SampleRun) =>
  (['cases', 'contexts', 'attempts', 'calls', 'verdicts', 'units'] as const).filter(
    (table) => tables[table].length > 0,
  )
const pathOf = ({ manifest }: SampleRun) => `/projects/${projectId}/runs/${manifest.id}`
const announce = (run: SampleRun) => call('PUT', pathOf(run), { manifest: run.manifest, origin: 'upload' })
const close = (run: SampleRun) => call('POST', `${pathOf(run)}/close`, { status: 'finished' })

async function send(run: SampleRun, table: Table, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += 1_000) {
    const rows = run.tables[table].slice(at, Math.min(to, at + 1_000))
    const sent = await call('POST', `${pathOf(run)}/rows`, { table, from: at, rows })
    if (sent.status !== 200) throw new Error(JSON.stringify(sent))
  }
}

const step = 10
const sendStep = (index: number) =>
  Promise.all([
    send(runB, 'attempts', index * step, (index + 1) * step),
    send(runB, 'verdicts', index * step * 3, (index + 1) * step * 3),
  ])

/** Rows are sent before, while and after the backup is made. */
async function backUpWhileWriting(name: string): Promise<void> {
  let index = 0
  for (; index < 5; index += 1) await sendStep(index)
  sentAtStart = index * step
  const begun = await call('POST', '/backups', { name, withKey: true })
  expect(begun).toMatchObject({ status: 202, body: { status: 'running', name } })
  let state = begun.body
  while (state.status === 'running') {
    if ((index + 1) * step <= 1_500) await sendStep(index)
    index += 1
    state = (await call('GET', `/backups/${name}`)).body
  }
  expect(state).toMatchObject({ status: 'done', missingRows: 0, hasKey: true, error: null })
  await sendStep(index)
  expect((index + 1) * step).toBeLessThanOrEqual(1_500)
  await cp(state.folder, join(base, name), { recursive: true })
  expect((await call('POST', '/backups', { name })).body.code).toBe('ASSAY-9009')
}

/** Every row of every table as PostgreSQL writes a whole row. */
async function readControl(control: ControlDatabase): Promise<Lines> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public'`.execute(control)
  const tables = new Map<string, readonly string[]>()
  for (const { name } of rows) {
    const lines = await sql<{
      line: string
    }>`select each::text as line from ${sql.table(name)} as each`.execute(control)
    tables.set(name, lines.rows.map(({ line }) => line).sort())
  }
  return tables
}

async function readFacts(database: FactsDatabase): Promise<Lines> {
  const ask = async (query: string) => (await database.query({ query, format: 'JSONEachRow' })).text()
  const names = (await ask('show tables'))
    .trim()
    .split('\n')
    .map((line): string => JSON.parse(line).name)
  const tables = new Map<string, readonly string[]>()
  for (const name of names.filter((each) => each !== 'fact_migrations'))
    tables.set(
      name,
      (await ask(`select * from ${name}`))
        .split('\n')
        .filter((line) => line !== '')
        .sort(),
    )
  return tables
}

async function readBoth(
  of: HubSettings,
): Promise<{ control: Lines; facts: Lines; next: Map<string, number>; chain: unknown }> {
  const control = await openControl(of.dataFolder, null)
  const opened = await openFacts(of.dataFolder, null)
  if (!control.ok || !opened.ok) throw new Error('not opened')
  try {
    const lines = await control.value.database.selectFrom('run_tables').selectAll().execute()
    return {
      control: await readControl(control.value.database),
      facts: await readFacts(opened.value),
      next: new Map(lines.map(({ run_id, name, next_line }) => [`${run_id}/${name}`, next_line])),
      chain: await verifyAudit(control.value.database),
    }
  } finally {
    await opened.value.close()
    await control.value.close()
  }
}

const restoreTo = (name: string, from: string, given: Partial<HubSettings> = {}) =>
  restoreBackup({ ...settings, ...given, dataFolder: join(base, name) }, join(base, from))

describe('a backup made while rows come', () => {
  it('comes back row by row in every table, as everything was at one moment', async () => {
    expect(await restoreTo('restored', 'nightly')).toMatchObject({ ok: true, value: { key: 'restored' } })
    const there = await readBoth({ ...settings, dataFolder: join(base, 'restored') })
    expect([...there.control.keys()].sort()).toEqual([...before.keys()].sort())
    const changing = ['evaluations', 'run_tables', 'audit_entries', 'idempotency_keys', 'api_keys', 'people']
    for (const [table, rows] of before) {
      const restored = there.control.get(table)
      if (!changing.includes(table)) expect(after.get(table), `${table} changed meanwhile`).toEqual(rows)
      if (!changing.includes(table)) expect(restored, table).toEqual(rows)
      expect(restored?.length, table).toBeGreaterThanOrEqual(rows.length)
    }
    for (const table of ['evaluations', 'audit_entries', 'idempotency_keys']) {
      const known = new Set([...(before.get(table) ?? []), ...(after.get(table) ?? [])])
      expect(
        there.control.get(table)?.filter((row) => !known.has(row)),
        table,
      ).toEqual([])
    }
    for (const table of [
      'auth_user',
      'auth_account',
      'auth_session',
      'secrets',
      'document_versions',
      'test_case_contents',
    ])
      expect(there.control.get(table)?.length, table).toBeGreaterThan(0)
    expect(there.chain).toMatchObject({ brokenAt: null })
    const reached = there.next.get(`${runB.manifest.id}/attempts`) ?? 0
    expect(reached).toBeGreaterThanOrEqual(sentAtStart)
    expect(reached).toBeLessThan(1_500)
    for (const [table, rows] of facts)
      expect(there.facts.get(table), table).toEqual(
        rows.filter((line) => counts(there.next, table, JSON.parse(line))),
      )
    expect(there.facts.get('results')).toHaveLength(150)
  })

  it('is a hub that goes on where the other one was: the same keys, secrets, figures, and the rest of a run', async () => {
    hub = await start({ ...settings, dataFolder: join(base, 'restored') })
    const path = `/projects/${projectId}/evaluations`
    expect((await call('GET', `${path}/${runA.manifest.id}`)).body).toEqual(figuresOfA)
    const sealed = await hub.hub.control.selectFrom('secrets').select('sealed').executeTakeFirstOrThrow()
    expect(hub.hub.seal.open(sealed.sealed)).toBe('a secret')
    const announced = await announce(runB)
    const next: Record<string, number> = announced.body.next
    for (const table of tablesOf(runB)) await send(runB, table, next[table] ?? 0, runB.tables[table].length)
    expect((await close(runB)).body).toMatchObject({ status: 'finished', passing: { n: 1_500 } })
    const rows = await readFacts(hub.hub.facts)
    expect(rows.get('verdicts')).toHaveLength(450 + 4_500)
    await hub.close()
    hub = null
  })
})

describe('a restore', () => {
  it('refuses a place where something is, another key, and a backup that was changed', async () => {
    expect(await restoreTo('restored', 'nightly')).toMatchObject({ ok: false, error: { code: 'ASSAY-9009' } })
    const other = Buffer.alloc(32, 7).toString('base64')
    expect(await restoreTo('new', 'nightly', { secretKey: other })).toMatchObject({
      ok: false,
      error: { code: 'ASSAY-9009', where: 'ASSAY_SECRET_KEY' },
    })
    await cp(join(base, 'nightly'), join(base, 'changed'), { recursive: true })
    await appendFile(join(base, 'changed', 'facts', 'verdicts.jsonl'), '\n')
    expect(await restoreTo('new', 'changed')).toMatchObject({
      ok: false,
      error: { code: 'ASSAY-1006', where: expect.stringContaining('verdicts.jsonl') },
    })
    await rm(join(base, 'changed', 'control', 'people.jsonl'))
    expect(await restoreTo('new', 'changed')).toMatchObject({ ok: false, error: { code: 'ASSAY-1006' } })
  })

  it('says that a backup is of another version, and leaves nothing behind', async () => {
    await cp(join(base, 'nightly'), join(base, 'newer'), { recursive: true })
    const file = join(base, 'newer', 'backup.json')
    const manifest = JSON.parse(await readFile(file, 'utf8'))
    manifest.migrations.control.push({ number: 9_999, name: '9999-later', hash: 'x' })
    await writeFile(file, JSON.stringify(manifest))
    expect(await restoreTo('new', 'newer')).toMatchObject({ ok: false, error: { code: 'ASSAY-9012' } })
    expect(await restoreTo('new', 'nightly')).toMatchObject({ ok: true })
  })
})

describe('a hub that does not run', () => {
  it('is backed up by its folder, without the key, and comes back the same', async () => {
    const source = { ...settings, dataFolder: join(base, 'restored') }
    const folder = join(base, 'cold')
    expect(await backupStoppedHub(source, { folder, withKey: false })).toMatchObject({
      ok: true,
      value: { hasKey: false, missingRows: 0 },
    })
    expect(await backupStoppedHub(source, { folder, withKey: false })).toMatchObject({
      error: { code: 'ASSAY-9009' },
    })
    expect(await restoreTo('again', 'cold')).toMatchObject({ ok: true, value: { key: 'needed' } })
    const one = await readBoth(source)
    const other = await readBoth({ ...settings, dataFolder: join(base, 'again') })
    expect(other).toEqual(one)
    hub = await start(source)
    const refused = await backupStoppedHub(source, { folder: join(base, 'third'), withKey: false })
    expect(refused).toMatchObject({ ok: false, error: { code: 'ASSAY-9010' } })
  })
})

/** Acknowledged at the moment of the backup. */
function counts(
  next: ReadonlyMap<string, number>,
  table: string,
  row: { run_id: string; tab?: string; line: number },
): boolean {
  return table === 'results'
    ? row.run_id === runA.manifest.id
    : row.line < (next.get(`${row.run_id}/${row.tab ?? table}`) ?? 0)
}
