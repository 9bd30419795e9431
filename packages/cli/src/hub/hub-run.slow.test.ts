import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildTestCase, runCommand, startFakeHub, type FakeHub } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))

let hub: FakeHub
beforeAll(async () => {
  hub = await startFakeHub()
})
afterAll(() => hub.stop())

/** A folder with a target that knows the answers, and twenty cases. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-hub-'))
  writeFileSync(
    join(folder, 'assistant.mjs'),
    'export const answer = async () => { await new Promise((done) => setTimeout(done, 20)); return "1 MiB" }\n',
  )
  const cases = Array.from({ length: 20 }, (_, number) => buildTestCase({ id: `case-${number}` }))
  writeFileSync(join(folder, 'testset.jsonl'), cases.map((each) => `${JSON.stringify(each)}\n`).join(''))
  writeFileSync(join(folder, 'assay.yaml'), `hub:\n  url: ${hub.url}\n  project: support\n`)
  return folder
}

const assay = (folder: string, args: readonly string[], env: Record<string, string> = {}) =>
  runCommand(process.execPath, [main, ...args], { cwd: folder, env: { ASSAY_HUB_KEY: 'assay_test', ...env } })

const run = ['eval', 'run', '--target', 'module:./assistant.mjs', '--name', 'one'] as const

function expectSent(folder: string, name = 'one'): void {
  const path = join(folder, '.assay/runs', name)
  const manifest = JSON.parse(readFileSync(join(path, 'run.json'), 'utf8'))
  const sent = hub.state.runs.get(manifest.id)
  expect(sent?.manifest).toEqual(manifest)
  for (const file of readdirSync(path).filter((each) => each.endsWith('.jsonl')))
    expect(`${sent?.rows.get(file.replace('.jsonl', '') as never)?.join('\n')}\n`, file).toBe(
      readFileSync(join(path, file), 'utf8'),
    )
}

test('a run is in the hub when it ends, under the id the environment gives it', async () => {
  const folder = newFolder()
  const id = '019b0000-0000-7000-8000-00000000cafe'
  const done = await assay(folder, run, { ASSAY_RUN_ID: id })
  expect(done).toMatchObject({ code: 0 })
  expect(done.stderr).toContain(`rows sent: ${hub.url}/projects/${hub.state.project.id}/evaluations/${id}`)
  expect(hub.state.runs.get(id)).toMatchObject({ status: 'finished', origin: 'command' })
  expectSent(folder)
})

test('a hub that is away does not disturb a run, which is told how to be sent later, and is', async () => {
  const folder = newFolder()
  await hub.stop()
  const away = await assay(folder, run)
  await hub.start()
  expect(away).toMatchObject({ code: 0 })
  expect(away.stderr).toContain('rows wait; send them with: assay hub push run one')
  const pushed = await assay(folder, ['hub', 'push', 'run', 'one'])
  expect(pushed).toMatchObject({ code: 0 })
  expectSent(folder)
})

test('a run that was interrupted is stopped in the hub, and goes on there', async () => {
  const folder = newFolder()
  const cut = await runCommand(process.execPath, [main, ...run, '--concurrency', '1'], {
    cwd: folder,
    env: { ASSAY_HUB_KEY: 'assay_test' },
    kill: { afterMs: 1_500, signal: 'SIGINT' },
  })
  expect([0, 130]).toContain(cut.code)
  const id = JSON.parse(readFileSync(join(folder, '.assay/runs/one/run.json'), 'utf8')).id
  if (cut.code === 130) expect(hub.state.runs.get(id)?.status).toBe('stopped')
  const resumed = await assay(folder, ['eval', 'resume', 'one'])
  expect(resumed).toMatchObject({ code: 0 })
  expect(hub.state.runs.get(id)?.status).toBe('finished')
  expectSent(folder)
})

test('a wrong key or project is told before anything is asked, and no hub at all can be asked for', async () => {
  const folder = newFolder()
  const wrong = await assay(folder, run, { ASSAY_HUB_KEY: 'other' })
  expect(wrong).toMatchObject({ code: 2 })
  expect(wrong.stderr).toContain('ASSAY-9001')
  const lost = await assay(folder, [...run, '--hub-project', 'suport'])
  expect(lost.stderr).toContain('did you mean Support?')
  const missing = await assay(folder, run, { ASSAY_HUB_KEY: '' })
  expect(missing.stderr).toContain('set ASSAY_HUB_KEY')
  expect(readdirSync(folder)).not.toContain('.assay')
  expect(await assay(folder, [...run, '--hub', 'none'], { ASSAY_HUB_KEY: '' })).toMatchObject({ code: 0 })
})
