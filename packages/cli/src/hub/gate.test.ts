import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildTestCase, startFakeHub, type FakeHub } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runInProcess } from '../fixtures/run-in-process.ts'

let hub: FakeHub
let folder: string
beforeAll(async () => {
  hub = await startFakeHub()
  folder = await newRun()
})
afterAll(() => hub.stop())

const assay = (where: string, ...args: readonly string[]) =>
  runInProcess(where, args, { ASSAY_HUB_KEY: 'assay_test' })

/** A run `one` of 12 cases, 8 of them right. */
async function newRun(): Promise<string> {
  const made = mkdtempSync(join(tmpdir(), 'assay-gate-'))
  const rows = Array.from({ length: 12 }, (_, number) => ({
    id: `case-${number}`,
    answer: number % 3 ? '1 MiB' : '2 MiB',
  }))
  writeFileSync(join(made, 'answers.jsonl'), lines(rows))
  writeFileSync(
    join(made, 'testset.jsonl'),
    lines(rows.map(({ id }) => buildTestCase({ id, referenceClaims: [claim] }))),
  )
  writeFileSync(join(made, 'assay.yaml'), `hub:\n  url: ${hub.url}\n`)
  const args = ['eval', 'run', '--target', 'recorded:answers.jsonl', '--name', 'one', '--hub', 'none']
  expect(await assay(made, ...args)).toMatchObject({ code: 0 })
  return made
}

const claim = {
  text: 'The default of `bodyLimit` is 1 MiB.',
  evidence: [],
  key: { kind: 'number' as const, value: '1 MiB', aliases: [], knownWrong: ['2 MiB'] },
}

const lines = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('')

test('a gate that holds fails the job, one that does not lets it pass, and the files say so either way', async () => {
  const files = ['--junit', 'out/junit.xml', '--sarif', 'out/assay.sarif', '--markdown', 'out/comment.md']
  const failed = await assay(folder, 'gate', 'one', '--fail-if', 'correctness < 0.8', ...files)
  expect(failed).toMatchObject({ code: 1 })
  expect(failed.out).toContain('FAILED: 1 of 1 gate')
  expect(failed.out).toContain('correctness ≥ 80 %: failed')
  expect(readFileSync(join(folder, 'out/junit.xml'), 'utf8')).toContain('<failure')
  expect(readFileSync(join(folder, 'out/comment.md'), 'utf8')).toMatch(/^<!-- assay gate -->\n### /)
  const { results } = JSON.parse(readFileSync(join(folder, 'out/assay.sarif'), 'utf8')).runs[0]
  expect(results).toHaveLength(5)
  expect(results[2].locations[0].physicalLocation).toMatchObject({
    artifactLocation: { uri: 'testset.jsonl' },
    region: { startLine: 4 },
  })
  const passed = await assay(folder, 'gate', 'one', '--fail-if', 'correctness < 0.1')
  expect(passed).toMatchObject({ code: 0 })
  expect(passed.out).toContain('Passed: 1 gate')
})

test('nothing passes without a gate, without a run, or before the run is finished', async () => {
  expect(await assay(folder, 'gate', 'one')).toMatchObject({ code: 'ASSAY-1001' })
  expect(await assay(folder, 'gate')).toMatchObject({ code: 'ASSAY-1001' })
  expect(await assay(folder, 'gate', 'other', '--fail-if', 'correctness < 0.1')).toMatchObject({
    code: 'ASSAY-6003',
  })
  const half = await newRun()
  const units = join(half, '.assay/runs/one/units.jsonl')
  writeFileSync(units, `${readFileSync(units, 'utf8').split('\n').slice(1, 4).join('\n')}\n`)
  expect(await assay(half, 'gate', 'one', '--fail-if', 'correctness < 0.1')).toMatchObject({
    code: 'ASSAY-5001',
    error: expect.stringContaining('assay eval resume one'),
  })
})

test('an evaluation of the hub decides as well, once it ended', async () => {
  const id = JSON.parse(readFileSync(join(folder, '.assay/runs/one/run.json'), 'utf8')).id
  await assay(folder, 'hub', 'push', 'run', 'one')
  const elsewhere = await newRun()
  const gate = ['gate', '--evaluation', id, '--fail-if', 'correctness < 0.8', '--markdown', 'c.md']
  const decided = await assay(elsewhere, ...gate)
  expect(decided).toMatchObject({ code: 1 })
  expect(decided.out).toContain(`/evaluations/${id}`)
  expect(readFileSync(join(elsewhere, 'c.md'), 'utf8')).toContain(`/evaluations/${id}`)
  const bare = mkdtempSync(join(tmpdir(), 'assay-gate-'))
  const byId = ['gate', id, '--hub', hub.url, '--fail-if', 'correctness < 0.8']
  expect(await assay(bare, ...byId)).toMatchObject({ code: 1 })
  expect(await assay(bare, ...byId)).toMatchObject({ code: 1 })
  Object.assign(hub.state.runs.get(id)!, { status: 'running' })
  expect(await assay(elsewhere, ...gate, '--wait', '0')).toMatchObject({ code: 'ASSAY-5001' })
  Object.assign(hub.state.runs.get(id)!, {
    status: 'failed',
    error: { code: 'ASSAY-1005', message: 'A needed secret is not set' },
  })
  expect(await assay(elsewhere, ...gate)).toMatchObject({ code: 'ASSAY-1005' })
})
