import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { EvaluationSummary } from '@assay/contracts'
import type { RunTable } from '@assay/core'
import { runCommand } from '@assay/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openEvaluationHub, type EvaluationHub } from './fixtures/evaluation-hub.ts'
import type { SampleRun } from './fixtures/sample-run.ts'
import { readSummary } from './read-summary.ts'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url))
const main = fromRoot('packages/cli/src/main.ts')

const configuration = `checks:
  - check: contains
    name: names a unit
    parameters: { phrases: [s, MiB, days, USD], need: any }
    required: false
  - check: word-count
    parameters: { max: 60 }
gates: ["passing < 0.9", "check(word-count) < 0.5", "latency-p95-ms > 60000"]
`

let folder = ''
let hub: EvaluationHub
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-same-'))
  hub = await openEvaluationHub()
  await writeFile(join(folder, 'assay.yaml'), configuration)
  for (const [file, delay] of [
    ['one', 0],
    ['two', 1],
  ] as const)
    await writeFile(join(folder, `${file}.mjs`), assistant(delay))
  await assay('kb', 'add', fromRoot('examples/demo-assistant/docs'), '--name', 'docs')
  await assay('testset', 'generate', '--questions', '40', '--seed', '1')
  await assay('eval', 'run', '--target', 'module:./one.mjs', '--name', 'one', '--repeat', '2')
  await assay('eval', 'run', '--target', 'module:./two.mjs', '--name', 'two', '--repeat', '2')
})
afterAll(async () => {
  await hub.close()
  await rm(folder, { recursive: true, force: true })
})

/** The demo's assistant; now and then it breaks, or says something else the second time. */
const assistant = (
  shift: number,
): string => `import { answer as ask } from '${fromRoot('examples/demo-assistant/assistant-v1.ts')}'
let asked = 0
export async function answer(input) {
  asked += 1
  if ((asked + ${shift}) % 17 === 0) throw new Error('out of order')
  if ((asked + ${shift}) % 7 === 0) return { text: 'I cannot say.' }
  return ask(input)
}
`

async function assay(...args: string[]): Promise<string> {
  const done = await runCommand(process.execPath, [main, ...args], { cwd: folder })
  if (done.code !== 0 && done.code !== 1) throw new Error(`${args.join(' ')}: ${done.code} ${done.stderr}`)
  return done.stdout
}

async function readFolder(name: string): Promise<SampleRun> {
  const path = join(folder, '.assay/runs', name)
  const read = async (table: RunTable): Promise<readonly never[]> => {
    const text = await readFile(join(path, `${table}.jsonl`), 'utf8').catch(() => '')
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as never)
  }
  return {
    manifest: JSON.parse(await readFile(join(path, 'run.json'), 'utf8')),
    tables: {
      cases: await read('cases'),
      contexts: await read('contexts'),
      units: await read('units'),
      attempts: await read('attempts'),
      verdicts: await read('verdicts'),
      calls: await read('calls'),
      candidates: await read('candidates'),
    },
  }
}

it('the hub says of a run what the command line says, field by field', async () => {
  for (const name of ['one', 'two']) {
    const said: EvaluationSummary = JSON.parse(await assay('eval', 'show', name, '--json'))
    const run = await readFolder(name)
    expect((await hub.push(run)).status).toBe(200)
    const kept = await readSummary(hub.hub, run.manifest.id)
    expect(Object.keys(kept ?? {}).sort()).toEqual(Object.keys(said).sort())
    for (const key of Object.keys(said) as (keyof EvaluationSummary)[])
      if (key !== 'run') expect(kept?.[key], key).toEqual(said[key])
    expect(kept?.run).toEqual({
      ...said.run,
      folder: `/projects/${hub.projectId}/evaluations/${run.manifest.id}`,
    })
    expect(said.counts.finished, 'the run is worth comparing').toBe(40)
    expect(said.counts.errors + (said.flaky?.cases.length ?? 0)).toBeGreaterThan(1)
    expect(said.retrieval).not.toBeNull()
  }
})

it('and of two runs as well', async () => {
  const { gates: _, ...said } = JSON.parse(await assay('eval', 'compare', 'one', 'two', '--json'))
  const [a, b] = [await readFolder('one'), await readFolder('two')].map(({ manifest }) => manifest.id)
  const kept = await hub.request('GET', `/projects/${hub.projectId}/comparisons?a=${a}&b=${b}`)
  const placed = (side: object, id: string | undefined) => ({
    ...side,
    folder: `/projects/${hub.projectId}/evaluations/${id}`,
  })
  expect(kept.body).toEqual({ ...said, a: placed(said.a, a), b: placed(said.b, b) })
})

it('names the commands that do the same again', async () => {
  const { manifest } = await readFolder('one')
  const { body } = await hub.request('GET', `/projects/${hub.projectId}/evaluations/${manifest.id}`)
  expect(body.reproduce).toMatch(/^assay hub pull run [0-9a-f-]+ && assay eval run /)
  const again = String(body.reproduce).split(' && ')[1]!
  const words = again
    .replace('assay ', '')
    .match(/'[^']*'|\S+/g)!
    .map((word) => word.replaceAll("'", ''))
  await assay(...words, '--name', 'again')
  const { manifest: repeated } = await readFolder('again')
  expect(repeated.planHash).toBe(manifest.planHash)
  expect(body.trust).toMatch(/^fixed rules; wrong on/)
})
