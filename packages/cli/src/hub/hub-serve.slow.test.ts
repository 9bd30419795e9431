import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createHubClient, type HubClient } from '@assay/sdk'
import { buildTestCase, runCommand, startScriptedServer, type ScriptedServer } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const data = mkdtempSync(join(tmpdir(), 'assay-serve-'))

let port = 0
let hub: { child: ChildProcess; setupUrl: string | null }
let target: ScriptedServer
let delayMs = 0
let cookie = ''
let key = ''
let client: HubClient
let projectId = ''

beforeAll(async () => {
  port = await freePort()
  hub = await serve()
  target = await startScriptedServer(() => ({ text: '1 MiB', delayMs }))
  cookie = await makeOwner(String(hub.setupUrl))
  key = await makeKey()
  client = createHubClient({ url: url(), key })
  projectId = (await client.createProject({ body: { name: 'Support' } })).id
})
afterAll(async () => {
  hub.child.kill('SIGINT')
  await new Promise((resolve) => hub.child.once('exit', resolve))
  await target.close()
})

const url = () => `http://127.0.0.1:${port}`

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as { port: number }
      server.close(() => resolve(free))
    })
  })
}

/** `assay serve` as a process of its own, once it is ready. */
function serve(): Promise<{ child: ChildProcess; setupUrl: string | null }> {
  const args = [
    'serve',
    '--json',
    '--port',
    String(port),
    '--data',
    data,
    '--without-pages',
    '--allow-address',
    '127.0.0.1',
  ]
  const child = spawn(process.execPath, [main, ...args], { cwd: data, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the hub ended with ${code}`)))
    child.stdout.once('data', (text: Buffer) =>
      resolve({ child, setupUrl: JSON.parse(text.toString()).setupUrl }),
    )
  })
}

async function kill(): Promise<void> {
  hub.child.kill('SIGKILL')
  await new Promise((resolve) => hub.child.once('exit', resolve))
}

const password = 'wohl temperiertes klavier'
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url()}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url(), ...headers },
    body: JSON.stringify(body),
  })

async function makeOwner(setupUrl: string): Promise<string> {
  const token = new URL(setupUrl).searchParams.get('token')
  const person = { name: 'Olga', email: 'olga@example.org', password }
  expect((await post('/api/v1/setup/owner', { token, ...person })).status).toBe(201)
  const signedIn = await post('/api/auth/sign-in/email', { email: person.email, password })
  return signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

async function makeKey(rights?: readonly string[]): Promise<string> {
  const made = await post('/api/v1/api-keys', { name: 'tests', rights }, { cookie })
  return ((await made.json()) as { secret: string }).secret
}

const cases = (count: number) =>
  Array.from({ length: count }, (_, number) => buildTestCase({ id: `case-${number}` }))

function newFolder(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-hub-user-'))
  writeFileSync(
    join(folder, 'testset.jsonl'),
    cases(count)
      .map((each) => `${JSON.stringify(each)}\n`)
      .join(''),
  )
  const targets = { bot: { kind: 'openai', url: target.url, model: 'bot', limits: { concurrency: 2 } } }
  writeFileSync(
    join(folder, 'assay.yaml'),
    JSON.stringify({ hub: { url: url(), project: 'support' }, targets }),
  )
  return folder
}

const assay = (folder: string, ...args: readonly string[]) => assayWith(key, folder, ...args)
const assayWith = (secret: string, folder: string, ...args: readonly string[]) =>
  runCommand(process.execPath, [main, ...args], { cwd: folder, env: { ASSAY_HUB_KEY: secret } })

const filesOf = (folder: string): Record<string, string> => {
  const path = join(folder, '.assay/runs/one')
  const names = readdirSync(path).filter((file) => file.endsWith('.jsonl') || file === 'run.json')
  return Object.fromEntries(names.map((file) => [file, readFileSync(join(path, file), 'utf8')]))
}

async function until(holds: () => Promise<boolean>, seconds = 90): Promise<void> {
  const end = performance.now() + seconds * 1000
  while (!(await holds().catch(() => false))) {
    if (performance.now() > end) throw new Error(`it did not come within ${seconds} s`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

test('a run streams to the hub, comes back as the same bytes, and its gate decides from there', async () => {
  const from = newFolder(10)
  const done = await assay(from, 'eval', 'run', '--name', 'one')
  expect(done.stderr).toMatch(/hub {2}\d+ rows sent: http/)
  expect(done.code).toBe(0)
  const { id } = JSON.parse(filesOf(from)['run.json'] ?? '')
  const { evaluation, summary } = await client.getEvaluation({ projectId, evaluationId: id })
  expect(evaluation).toMatchObject({ name: 'one', origin: 'command', status: 'finished' })
  expect(summary?.correctness).toMatchObject({ value: 1, n: 10 })
  const to = newFolder(10)
  expect(await assay(to, 'hub', 'pull', 'run', id)).toMatchObject({ code: 0 })
  expect(filesOf(to)).toEqual(filesOf(from))
  const gate = ['gate', '--evaluation', id, '--sarif', 'a.sarif', '--fail-if']
  expect(await assay(to, ...gate, 'correctness < 0.5')).toMatchObject({ code: 0 })
  expect(await assay(to, ...gate, 'correctness <= 1')).toMatchObject({ code: 1 })
  const status = await assay(to, 'hub', 'status')
  expect(status.stdout).toMatch(/project {2}Support\nwho {6}Olga, owner\nkey {6}tests/)
})

test('a test set and its changes go there and come back, twice the same being nothing', async () => {
  const folder = newFolder(5)
  const push = ['hub', 'push', 'testset', 'testset.jsonl', '--name', 'Questions']
  expect((await assay(folder, ...push)).stdout).toContain('5 added, 0 changed')
  expect((await assay(folder, ...push)).stdout).toContain('0 added, 0 changed, 5 as they were')
  const changed = cases(5).map((each) =>
    each.id === 'case-3' ? { ...each, referenceAnswer: '2 MiB' } : each,
  )
  writeFileSync(join(folder, 'testset.jsonl'), changed.map((each) => `${JSON.stringify(each)}\n`).join(''))
  expect((await assay(folder, ...push)).stdout).toContain('0 added, 1 changed, 4 as they were')
  expect(await assay(folder, 'hub', 'pull', 'testset', 'Questions', '--out', 'back.jsonl')).toMatchObject({
    code: 0,
  })
  const back = readFileSync(join(folder, 'back.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(back.map((each) => ({ ...each, review: undefined }))).toEqual(changed)
  expect(back[3].review).toMatchObject({ decision: 'edited', by: 'Olga' })
  expect((await assay(folder, ...push)).stdout).toContain('0 added, 0 changed, 5 as they were')
})

test('a hub that dies while a run streams is caught up with when it is back', async () => {
  const folder = newFolder(30)
  delayMs = 200
  const running = assay(folder, 'eval', 'run', '--name', 'one')
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  await kill()
  await new Promise((resolve) => setTimeout(resolve, 500))
  hub = await serve()
  const done = await running
  delayMs = 0
  expect(done.code).toBe(0)
  const { id } = JSON.parse(filesOf(folder)['run.json'] ?? '')
  if (!done.stderr.includes('rows sent')) await assay(folder, 'hub', 'push', 'run', 'one')
  for (const table of ['attempts', 'verdicts', 'units', 'cases'] as const) {
    const text = await client.readRows({ projectId, runId: id, query: { table, limit: 5000 } })
    expect(text, table).toBe(filesOf(folder)[`${table}.jsonl`])
  }
})

test('a hub that is killed in the middle of an evaluation of its own goes on with it, and no row is there twice', async () => {
  const folder = newFolder(40)
  await assay(folder, 'hub', 'push', 'testset', 'testset.jsonl', '--name', 'Forty')
  const { items } = await client.listTestSets({ projectId, query: { name: 'Forty' } })
  const connection = { kind: 'openai', url: target.url, model: 'bot', limits: { concurrency: 2 } }
  const made = await client.createDocument({
    projectId,
    body: { kind: 'target', name: 'Bot', body: { connection } },
  })
  delayMs = 250
  const before = target.requests.length
  const { id } = await client.startEvaluation({
    projectId,
    body: { targetId: made.id, testSetIds: items.map((set) => set.id) },
  })
  const read = async () => (await client.getEvaluation({ projectId, evaluationId: id })).evaluation
  for (let round = 0; round < 2; round += 1) {
    const { done } = (await read()).progress
    await until(async () => (await read()).progress.done > done + 4)
    await kill()
    hub = await serve()
  }
  await until(async () => (await read()).status === 'finished')
  delayMs = 0
  for (const table of ['units', 'attempts'] as const) {
    const text = await client.readRows({ projectId, runId: id, query: { table, limit: 5000 } })
    const rows = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(new Set(rows.map((row) => row.key ?? row.unit)).size, table).toBe(40)
    if (table === 'units') expect(rows).toHaveLength(40)
  }
  expect((await read()).progress).toMatchObject({ done: 40, total: 40, errors: 0 })
  // Two questions were in flight at each kill; no other was asked again.
  expect(target.requests.length - before).toBeLessThanOrEqual(44)
})

test('the audit log is checked here, by the hub or by its export, against a hash noted before', async () => {
  const folder = newFolder(1)
  const administrator = await makeKey(['administer'])
  const audit = (...more: string[]) => assayWith(administrator, folder, 'hub', 'audit', ...more)
  expect((await assay(folder, 'hub', 'audit')).stderr).toContain('administer, in the organisation')
  const whole = await audit('--json')
  expect(whole).toMatchObject({ code: 0, stderr: '' })
  const { entries, lastHash } = JSON.parse(whole.stdout)
  expect(entries).toBeGreaterThan(2)

  await client.createProject({ body: { name: 'Later' } })
  const log = await createHubClient({ url: url(), key: administrator }).exportAudit()
  writeFileSync(join(folder, 'audit.jsonl'), log)
  expect(await audit('audit.jsonl', '--noted', lastHash)).toMatchObject({ code: 0 })

  const lines = log.trimEnd().split('\n')
  writeFileSync(join(folder, 'cut.jsonl'), lines.slice(0, 2).join('\n'))
  const cut = await audit('cut.jsonl', '--noted', lastHash)
  expect(cut).toMatchObject({ code: 1 })
  expect(cut.stderr).toContain('entries at its end are gone')
  writeFileSync(join(folder, 'altered.jsonl'), log.replace('Olga', 'Oleg'))
  const altered = await audit('altered.jsonl')
  expect(altered).toMatchObject({ code: 1 })
  expect(altered.stderr).toMatch(/ASSAY-9022[^]*entry \d+ does not follow/)
  expect((await audit('testset.jsonl')).stderr).toContain('testset.jsonl, line 1')
  expect(await audit('--noted', 'abc')).toMatchObject({ code: 2 })
})

test.each([
  ['--allow-address', 'http://models.example', 'a host such as models.example'],
  ['--trusted-proxy', 'localhost', 'an IP address or a network'],
])('%s %s is refused before anything is opened', async (option, address, fix) => {
  const folder = newFolder(1)
  const refused = await assay(folder, 'serve', '--data', 'kept', option, address)
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining(fix) })
  expect(readdirSync(folder)).not.toContain('kept')
})
