/**
 * What a run costs beside the work itself: 20,000 units, each with one attempt and three verdicts, against a target in
 * this process, into a run folder. The baseline appends the same rows by hand, one write a unit, without any guarantee.
 */
import { appendFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { modelPrices, type AttemptRow, type RunManifest, type VerdictRow } from '@assay/contracts'
import { ok, type RunReader, type Target } from '@assay/core'
import { createPriceBook, executeRun, openFinishedRows, type UnitContext } from '@assay/core/runs'
import { createRunFolders } from '../src/files/run-folders.ts'
import { sha256 } from '../src/files/sha256.ts'
import { systemClock } from '../src/files/system-clock.ts'

// V8 lets the young generation grow to 48 MB where garbage comes fast; kept small it costs no speed here.
setFlagsFromString('--semi-space-growth-factor=1')

const cases = Number(process.argv[2] ?? 20_000)
const answer = 'The limit is 1048576 bytes unless it is set.'

const target: Target = {
  name: 'in-process',
  kind: 'module',
  version: null,
  ask: async () => ok({ text: answer, latencyMs: 1 }),
  close: async () => {},
}

const manifest: RunManifest = {
  schemaVersion: 1,
  id: 'bench',
  name: 'bench',
  kind: 'evaluation',
  createdAt: new Date().toISOString(),
  assayVersion: '0.1.0',
  seed: 1,
  planHash: 'bench',
  configuration: {},
  environment: { node: process.version, platform: process.platform },
}

function* plan(): Iterable<{ readonly key: string; readonly caseId: string }> {
  for (let index = 0; index < cases; index += 1) yield { key: `case-${index}#0`, caseId: `case-${index}` }
}

const verdict = (unit: string, caseId: string, check: string): VerdictRow => ({
  unit,
  caseId,
  repeat: 0,
  check,
  checkKey: `${check}-0f3a9c`,
  outcome: 'pass',
  label: 'correct',
  score: 1,
})

const checks = ['correctness', 'declining', 'retrieval']

async function doCase(unit: { readonly key: string; readonly caseId: string }, context: UnitContext) {
  const { key, caseId } = unit
  const asked = await context.ask(target, {
    question: 'What is the limit?',
    history: [],
    threadId: key,
    caseId,
    repeat: 0,
  })
  if (!asked.ok) return asked
  for (const check of checks) context.record('verdicts', verdict(key, caseId, check))
  return ok(undefined)
}

async function measureRun(root: string): Promise<number> {
  const created = await createRunFolders(root, { clock: systemClock }).create(manifest)
  if (!created.ok) throw new Error(created.error.message)
  const started = performance.now()
  const result = await executeRun({
    store: created.value,
    units: plan(),
    total: cases,
    perform: doCase,
    ports: {
      clock: systemClock,
      random: Math.random,
      hash: sha256,
      prices: createPriceBook(modelPrices),
      cache: null,
    },
    settings: { concurrency: 8 },
  })
  await created.value.close()
  if (!result.ok || result.value.counts.done !== cases) throw new Error(JSON.stringify(result))
  return (performance.now() - started) / 1000
}

async function measureBaseline(root: string): Promise<number> {
  const started = performance.now()
  for (const { key, caseId } of plan()) {
    const attempt: AttemptRow = {
      unit: key,
      caseId,
      repeat: 0,
      at: new Date().toISOString(),
      tries: 1,
      answer: { text: answer, latencyMs: 1 },
      error: null,
    }
    const rows = [attempt, ...checks.map((check) => verdict(key, caseId, check)), { key, status: 'done' }]
    await appendFile(join(root, 'baseline.jsonl'), `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`)
  }
  return (performance.now() - started) / 1000
}

async function measureReading(
  reader: RunReader,
): Promise<{ readonly rows: number; readonly seconds: number }> {
  const started = performance.now()
  let rows = 0
  for await (const _ of reader.rows('verdicts')) rows += 1
  return { rows, seconds: (performance.now() - started) / 1000 }
}

async function folderBytes(folder: string): Promise<number> {
  let bytes = 0
  for (const name of await readdir(folder)) bytes += (await stat(join(folder, name))).size
  return bytes
}

const root = await mkdtemp(join(tmpdir(), 'assay-bench-'))
try {
  const seconds = await measureRun(root)
  const peakMb = process.resourceUsage().maxRSS / 1024
  const bytes = (await folderBytes(join(root, 'bench'))) / cases
  const read = await createRunFolders(root, { clock: systemClock }).read('bench')
  if (!read.ok) throw new Error(read.error.message)
  const reading = await measureReading(read.value)
  let finished = 0
  for await (const _ of openFinishedRows(read.value).rows('verdicts')) finished += 1
  const baseline = await measureBaseline(root)
  console.log(`cases/s       ${Math.round(cases / seconds)} (floor 5000)`)
  console.log(`against bare  ${(seconds / baseline).toFixed(2)} times the time of one appendFile a case`)
  console.log(`peak memory   ${peakMb.toFixed(0)} MB (cap 150)`)
  console.log(
    `bytes a case  ${bytes.toFixed(0)}, ${(bytes - answer.length).toFixed(0)} beyond the texts (cap 1000)`,
  )
  console.log(
    `reading       ${Math.round(reading.rows / reading.seconds)} verdict rows/s (floor 200000), ${finished} count`,
  )
} finally {
  await rm(root, { recursive: true, force: true })
}
