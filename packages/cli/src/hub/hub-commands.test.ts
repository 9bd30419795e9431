import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildTestCase, startFakeHub, type FakeHub } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runInProcess } from '../fixtures/run-in-process.ts'

let hub: FakeHub
beforeAll(async () => {
  hub = await startFakeHub()
})
afterAll(() => hub.stop())

const assay = (folder: string, args: readonly string[]) =>
  runInProcess(folder, args, { ASSAY_HUB_KEY: 'assay_test' })

function newFolder(cases = 12): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-hub-'))
  const answers = Array.from({ length: cases }, (_, number) => ({
    id: `case-${number}`,
    answer: number % 3 ? '1 MiB' : '2 MiB',
  }))
  writeFileSync(join(folder, 'answers.jsonl'), lines(answers))
  writeFileSync(join(folder, 'testset.jsonl'), lines(answers.map(({ id }) => buildTestCase({ id }))))
  writeFileSync(join(folder, 'assay.yaml'), `hub:\n  url: ${hub.url}\n`)
  return folder
}

const lines = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('')

async function newRun(folder: string, ...more: readonly string[]): Promise<string> {
  const args = [
    'eval',
    'run',
    '--target',
    'recorded:answers.jsonl',
    '--name',
    'one',
    '--hub',
    'none',
    ...more,
  ]
  expect(await assay(folder, args)).toMatchObject({ code: 0 })
  return JSON.parse(readFileSync(join(folder, '.assay/runs/one/run.json'), 'utf8')).id
}

const filesOf = (folder: string, run = 'one'): Record<string, string> => {
  const path = join(folder, '.assay/runs', run)
  const names = readdirSync(path).filter((file) => file.endsWith('.jsonl') || file === 'run.json')
  return Object.fromEntries(names.map((file) => [file, readFileSync(join(path, file), 'utf8')]))
}

test('a run that was pushed comes back as the same bytes, and reads like the first', async () => {
  const from = newFolder()
  const id = await newRun(from)
  expect(await assay(from, ['hub', 'push', 'run', 'one'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('one is in the hub, finished: 60 rows'),
  })
  const to = newFolder()
  expect(await assay(to, ['hub', 'pull', 'run', id])).toMatchObject({ code: 0 })
  expect(filesOf(to)).toEqual(filesOf(from))
  const show = ['eval', 'show', 'one']
  expect((await assay(to, show)).out).toBe((await assay(from, show)).out)
  expect(await assay(to, ['hub', 'pull', 'run', id, '--name', 'two'])).toMatchObject({ code: 0 })
  expect((await assay(to, ['eval', 'compare', 'one', 'two'])).out).toContain('two against one')
  expect(await assay(to, ['report', 'one', '--format', 'json'])).toMatchObject({ code: 0 })
  expect(await assay(to, ['eval', 'resume', 'one', '--hub', 'none'])).toMatchObject({ code: 0 })
  expect(filesOf(to)['attempts.jsonl']).toBe(filesOf(from)['attempts.jsonl'])
})

test('pushing and pulling again sends and fetches nothing, and half of either is gone on with', async () => {
  const from = newFolder()
  const id = await newRun(from)
  await assay(from, ['hub', 'push', 'run', 'one'])
  const appended = () => hub.state.requests.filter((request) => request.id === 'appendRows').length
  const before = appended()
  expect((await assay(from, ['hub', 'push', 'run', 'one'])).out).toContain('60 rows, 60 of them before')
  expect(appended()).toBe(before)
  hub.state.runs.get(id)?.rows.get('verdicts')?.splice(5)
  hub.state.runs.get(id)?.rows.get('units')?.splice(2)
  expect((await assay(from, ['hub', 'push', 'run', 'one'])).out).toContain('of them before')
  expect(
    lines([]).concat(...(hub.state.runs.get(id)?.rows.get('verdicts') ?? []).map((line) => `${line}\n`)),
  ).toBe(filesOf(from)['verdicts.jsonl'])
  const to = newFolder()
  await assay(to, ['hub', 'pull', 'run', id])
  const verdicts = join(to, '.assay/runs/one/verdicts.jsonl')
  truncateSync(verdicts, 700)
  rmSync(join(to, '.assay/runs/one/units.jsonl'))
  expect(await assay(to, ['hub', 'pull', 'run', id])).toMatchObject({ code: 0 })
  expect(filesOf(to)).toEqual(filesOf(from))
  expect((await assay(to, ['hub', 'pull', 'run', id])).out).toContain('nothing new')
})

test('a run that was not done is stopped in the hub, and goes on from what was pulled', async () => {
  const from = newFolder()
  const id = await newRun(from)
  const units = join(from, '.assay/runs/one/units.jsonl')
  writeFileSync(units, readFileSync(units, 'utf8').split('\n').slice(0, 4).join('\n') + '\n')
  expect((await assay(from, ['hub', 'push', 'run', 'one'])).out).toContain('in the hub, stopped')
  const to = newFolder()
  await assay(to, ['hub', 'pull', 'run', id])
  expect(await assay(to, ['eval', 'resume', 'one'])).toMatchObject({ code: 0 })
  expect(hub.state.runs.get(id)).toMatchObject({ status: 'finished' })
  expect(new Set(hub.state.runs.get(id)?.rows.get('units')).size).toBe(12)
})

test('another run of the same name is left alone, and an unknown one is said', async () => {
  const from = newFolder()
  const id = await newRun(from)
  await assay(from, ['hub', 'push', 'run', 'one'])
  const to = newFolder()
  await newRun(to)
  const before = filesOf(to)
  expect(await assay(to, ['hub', 'pull', 'run', id])).toMatchObject({
    code: 'ASSAY-6009',
    error: expect.stringContaining('--name'),
  })
  expect(filesOf(to)).toEqual(before)
  expect(await assay(to, ['hub', 'pull', 'run', 'nothing'])).toMatchObject({ code: 'ASSAY-9003' })
  expect(await assay(to, ['hub', 'push', 'run', 'nothing'])).toMatchObject({ code: 'ASSAY-6003' })
  expect(await assay(to, ['hub', 'push', 'run'])).toMatchObject({ code: 'ASSAY-1001' })
})

test('a hub that is away is told as such', async () => {
  const folder = newFolder()
  await newRun(folder)
  await hub.stop()
  expect(await assay(folder, ['hub', 'status'])).toMatchObject({ code: 'ASSAY-9014' })
  expect(await assay(folder, ['hub', 'pull', 'testset', 'x'])).toMatchObject({ code: 'ASSAY-9014' })
  await hub.start()
  expect((await assay(folder, ['hub', 'status'])).out).toContain('project  Support')
})

test('a test set is brought in step with its file, twice the same changes nothing, and it comes back', async () => {
  const folder = newFolder(3)
  const push = ['hub', 'push', 'testset', 'testset.jsonl', '--name', 'Questions']
  expect((await assay(folder, push)).out).toContain('version 1: 3 added, 0 changed, 0 as they were')
  expect((await assay(folder, push)).out).toContain('version 1: 0 added, 0 changed, 3 as they were')
  writeFileSync(
    join(folder, 'testset.jsonl'),
    lines([buildTestCase({ id: 'case-0', question: 'Another?' }), buildTestCase({ id: 'new' })]),
  )
  const third = await assay(folder, push)
  expect(third.out).toContain('1 added, 1 changed, 0 as they were')
  expect(third.out).toContain('2 cases of the hub are not in testset.jsonl and stay')
  cpSync(join(folder, 'testset.jsonl'), join(folder, 'mine.jsonl'))
  const pull = ['hub', 'pull', 'testset', 'questions', '--out', 'mine.jsonl']
  expect(await assay(folder, pull)).toMatchObject({ code: 'ASSAY-3009' })
  expect(await assay(folder, [...pull, '--force'])).toMatchObject({ code: 0 })
  const pulled = readFileSync(join(folder, 'mine.jsonl'), 'utf8').trim().split('\n')
  expect(pulled.map((line) => JSON.parse(line).id)).toEqual(['case-0', 'case-1', 'case-2', 'new'])
  expect(JSON.parse(pulled[0] ?? '')).toMatchObject({ question: 'Another?' })
})

test('a knowledge base is a document of the hub, with a version for each state', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'limits.md'), '# Limits\n\nThe default of `bodyLimit` is 1 MiB.\n')
  expect(await assay(folder, ['kb', 'add', 'limits.md'])).toMatchObject({ code: 0 })
  const push = ['hub', 'push', 'kb']
  expect((await assay(folder, push)).out).toContain('version 1, made')
  expect((await assay(folder, push)).out).toContain('version 1, as it was')
  writeFileSync(join(folder, 'more.md'), '# More\n\nThe timeout is 30 s.\n')
  await assay(folder, ['kb', 'add', 'more.md'])
  expect((await assay(folder, push)).out).toContain('version 2, a new version')
  expect(hub.state.documents[0]?.body).toMatchObject({ documents: 2, sources: ['limits.md', 'more.md'] })
  expect(JSON.stringify(hub.state.documents)).not.toContain(folder)
})

test('every setting of a matrix and every second judgement is a run of the hub', async () => {
  const folder = newFolder(4)
  const named = () => [...hub.state.runs.values()].map(({ manifest, status }) => [manifest.name, status])
  const targets = ['--target', 'recorded:answers.jsonl', '--set', 'temperature=0,1']
  expect(await assay(folder, ['eval', 'matrix', ...targets, '--name', 'both'])).toMatchObject({ code: 0 })
  expect(await assay(folder, ['eval', 'score', 'both-1', '--name', 'again'])).toMatchObject({ code: 0 })
  expect(named()).toEqual(
    expect.arrayContaining([
      ['both-1', 'finished'],
      ['both-2', 'finished'],
      ['again', 'finished'],
    ]),
  )
})
