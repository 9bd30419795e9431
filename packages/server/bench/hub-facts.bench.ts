/**
 * The hub's answers over 1,000,000 attempts and 3,000,000 verdicts in one project: ten evaluations of 100,000 cases. Rows
 * are made inside the engine; figures of two evaluations are made as at closing. Prints medians and writes nothing.
 * Usage: node packages/server/bench/hub-facts.bench.ts [cases of an evaluation] [evaluations]
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { migrateFacts, type FactsDatabase } from '@assay/storage/clickhouse'
import { createRunTables, insertEvaluation, saveProgress, setEvaluationStatus } from '@assay/storage/postgres'
import { openFacts } from '../src/engines/open-facts.ts'
import { describeRun } from '../src/evaluations/describe-run.ts'
import { sampleRun } from '../src/evaluations/fixtures/sample-run.ts'
import { summariseRun } from '../src/evaluations/summarise-run.ts'
import { comparisonHandlers } from '../src/handlers/comparison-handlers.ts'
import { evaluationHandlers } from '../src/handlers/evaluation-handlers.ts'
import { projectHandlers } from '../src/handlers/project-handlers.ts'
import { resultHandlers } from '../src/handlers/result-handlers.ts'
import { setupHandlers } from '../src/handlers/setup-handlers.ts'
import { standingHandlers } from '../src/handlers/standing-handlers.ts'
import { openTestHub } from '../src/testing/open-test-hub.ts'

const cases = Number(process.argv[2] ?? 100_000)
const evaluations = Number(process.argv[3] ?? 10)
const goalMs = 300

const folder = await mkdtemp(join(tmpdir(), 'assay-bench-'))
const opened = await openFacts(folder, null)
if (!opened.ok) throw new Error(JSON.stringify(opened.error))
const facts = opened.value
await migrateFacts(facts)
const hub = await openTestHub({
  handlers: {
    ...comparisonHandlers,
    ...evaluationHandlers,
    ...projectHandlers,
    ...resultHandlers,
    ...setupHandlers,
    ...standingHandlers,
  },
  parts: { facts },
})
const as = await hub.owner()
const ask = async (path: string) => {
  const answer = await hub.request('GET', path, { as: { cookie: as.cookie } })
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}
const made = await hub.request('POST', '/projects', { as: { cookie: as.cookie }, body: { name: 'Bench' } })
const projectId = String(made.body.id)
const at = new Date().toISOString()

const idOf = (index: number): string => `01930000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`
const control = hub.hub.control

async function addEvaluation(index: number): Promise<void> {
  const runId = idOf(index)
  const { manifest } = sampleRun({ id: runId, cases: 0, version: String(index + 1) })
  const configuration = {
    ...manifest.configuration,
    testSet: { name: 'questions', hash: 'h', cases, reviewed: 0, stale: 0 },
  }
  const described = describeRun({ ...manifest, configuration })
  const created = new Date(Date.parse(at) - (evaluations - index) * 3_600_000).toISOString()
  await insertEvaluation(control, {
    ...described,
    id: runId,
    projectId,
    origin: 'command',
    status: 'running',
    workOrder: null,
    pins: [],
    scheduleId: null,
    by: as.personId,
    at: created,
  })
  await createRunTables(control, runId)
  await fillRun(facts, runId, Math.floor(Date.parse(created) / 1000), index)
  for (const [name, lines] of [
    ['cases', cases],
    ['contexts', 40],
    ['units', cases],
    ['attempts', cases],
    ['verdicts', 3 * cases],
  ] as const)
    await control
      .updateTable('run_tables')
      .set({ next_line: lines })
      .where('run_id', '=', runId)
      .where('name', '=', name)
      .execute()
  await saveProgress(control, runId, { done: cases, errors: 0, spentUsd: 1 })
  await setEvaluationStatus(control, { id: runId, status: 'finished', at: created })
}

/** As `appendRows` would have written them, made by the engine itself. */
async function fillRun(
  database: FactsDatabase,
  runId: string,
  seconds: number,
  index: number,
): Promise<void> {
  const shared = `toUUID('${projectId}') as project_id, toUUID('${runId}') as run_id, toDateTime(${seconds}, 'UTC') as at`
  const id = `concat('case-', leftPad(toString(n), 7, '0'))`
  // Every version is a little better than the one before.
  const wrong = `(n * 7919 % 100 < ${40 - 2 * index})`
  const insert = (table: string, columns: string, select: string, count: number): Promise<unknown> =>
    database.command({
      query: `insert into ${table} (project_id, run_id, at, ${columns}) select ${shared}, ${select}
        from (select number as n from numbers(${count})) settings max_memory_usage = 4000000000, max_execution_time = 600`,
    })
  const question = `concat('What is the limit of part ', toString(n), ' of the plan, and since when does it hold?')`
  const answer = `concat('The limit of part ', toString(n), ' is ', toString(n % 97), ' MiB', if(${wrong}, ', or so.', '; it holds since version 3 of the plan and was written down in the guide.'))`
  await insert(
    'run_rows',
    'tab, line, about, state, text, row',
    `'cases', n, ${id}, '', ${question}, concat('{"id":"', ${id}, '","question":"', ${question}, '","history":[],"referenceAnswer":"', toString(n % 97), ' MiB","referenceClaims":[],"referenceContexts":["chunk-', toString(n % 40), '"],"type":"', ['simple','complex','distracting','situational','conversational'][n % 5 + 1], '","level":"easy","topic":"topic ', toString(n % 12), '","language":"en","clusterKey":"fact-', toString(intDiv(n, 2)), '","tags":[', if(n % 5 = 0, '"smoke"', ''), '],"provenance":{"generator":"person"},"validity":{},"status":"active"}')`,
    cases,
  )
  await insert(
    'run_rows',
    'tab, line, about, state, text, row',
    `'contexts', n, concat('chunk-', toString(n)), '', '', concat('{"id":"chunk-', toString(n), '","source":"page-', toString(n % 9), '.md","titlePath":["Guide"],"text":"Passage"}')`,
    40,
  )
  await insert(
    'run_rows',
    'tab, line, about, state, text, row',
    `'units', n, concat(${id}, '#0'), 'done', '', concat('{"key":"', ${id}, '#0","status":"done"}')`,
    cases,
  )
  await insert(
    'run_rows',
    'tab, line, about, state, text, cost_usd, row',
    `'attempts', n, ${id}, '', ${answer}, 0.001, concat('{"unit":"', ${id}, '#0","caseId":"', ${id}, '","repeat":0,"at":"2026-11-20T10:00:00.000Z","tries":1,"answer":{"text":"', ${answer}, '","latencyMs":', toString(200 + n % 700), ',"usage":{"input":120,"output":30},"returnedModel":"model-1","costUsd":0.001},"error":null}')`,
    cases,
  )
  await insert(
    'attempts',
    'case_id, repeat, line, unit, answer, error_code, latency_ms, cost_usd, model',
    `${id}, 0, n, concat(${id}, '#0'), ${answer}, '', 200 + n % 700, 0.001, 'model-1'`,
    cases,
  )
  const check = `['correctness', 'limit', 'short'][n % 3 + 1]`
  const caseOf = `concat('case-', leftPad(toString(intDiv(n, 3)), 7, '0'))`
  const failed = `(n % 3 = 0 and (intDiv(n, 3) * 7919 % 100 < ${40 - 2 * index}) or n % 3 = 1 and intDiv(n, 3) % 50 = 0)`
  await insert(
    'run_rows',
    'tab, line, about, state, text, row',
    `'verdicts', n, ${caseOf}, '', '', concat('{"unit":"', ${caseOf}, '#0","caseId":"', ${caseOf}, '","repeat":0,"check":"', ${check}, '","checkKey":"k', toString(n % 3), '","outcome":"', if(${failed}, 'fail', 'pass'), '"', multiIf(n % 3 = 0, concat(',"label":"', if(${failed}, 'incorrect', 'correct'), '"'), n % 3 = 1, ',"required":true', ',"required":false'), ',"score":1,"reason":"because it is written so"}')`,
    3 * cases,
  )
  await insert(
    'verdicts',
    'case_id, repeat, check_name, line, unit, outcome, label, score, required',
    `${caseOf}, 0, ${check}, n, concat(${caseOf}, '#0'), if(${failed}, 'fail', 'pass'), multiIf(n % 3 = 0, if(${failed}, 'incorrect', 'correct'), ''), 1, multiIf(n % 3 = 0, null, n % 3 = 1)`,
    3 * cases,
  )
}

async function median(name: string, work: () => Promise<unknown>, times = 15): Promise<void> {
  const took: number[] = []
  for (let index = 0; index < times; index += 1) {
    const start = performance.now()
    await work()
    took.push(performance.now() - start)
  }
  const sorted = took.toSorted((a, b) => a - b)
  const [middle = 0, worst = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)]
  console.log(
    `${name.padEnd(48)} ${middle.toFixed(0).padStart(6)} ms   worst ${worst.toFixed(0).padStart(6)} ms   ${middle <= goalMs ? 'within' : 'OVER'} ${goalMs} ms`,
  )
}

const once = async (name: string, work: () => Promise<unknown>): Promise<void> => {
  const cpu = process.cpuUsage()
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const start = performance.now()
  await work()
  delay.disable()
  console.log(
    `${name.padEnd(48)} ${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s    ${(process.cpuUsage(cpu).user / 1e6).toFixed(1)} s of one core   longest stop of the hub ${(delay.max / 1e6).toFixed(0)} ms   RSS ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
  )
}

try {
  const start = performance.now()
  for (let index = 0; index < evaluations; index += 1) await addEvaluation(index)
  console.log(
    `${evaluations} × ${cases} attempts and ${3 * cases} verdicts made in ${((performance.now() - start) / 1000).toFixed(0)} s`,
  )
  const [a, b] = [idOf(evaluations - 2), idOf(evaluations - 1)]
  for (const id of [a, b]) await once(`figures of ${cases} cases`, () => summariseRun(hub.hub, id))
  const path = `/projects/${projectId}/evaluations`
  const results = `${path}/${b}/results?limit=50`
  let turn = 0
  const vary = (): number => (turn += 1)
  await median('list of evaluations', () => ask(path))
  await median('one evaluation', () => ask(`${path}/${b}`))
  await median('results, first page', () => ask(results))
  await median('results, filtered by type and outcome', () =>
    ask(`${results}&type=complex&outcome=incorrect`),
  )
  await median('results, filtered by failed check and topic', () =>
    ask(`${results}&check=limit&topic=topic%20${vary() % 12}`),
  )
  await median('results, words in whole texts', () => ask(`${results}&text=part%20${7000 + vary()}%20of`))
  await median('results, words that are nowhere', () => ask(`${results}&text=nowhere${vary()}`))
  const deep = await ask(`${path}/${b}/results?limit=500`)
  await median('results, a page far behind', () =>
    ask(`${results}&cursor=${Buffer.from(`[${Math.floor(cases * 0.9) + vary()}]`).toString('base64url')}`),
  )
  await median('one result with attempts and verdicts', () =>
    ask(`${path}/${b}/results/${deep.items[vary() % 500].result.caseId}`),
  )
  await median('home page', () => ask('/standings'))
  await once('comparison, made', () => ask(`/projects/${projectId}/comparisons?a=${a}&b=${b}`))
  await median('comparison, asked again', () => ask(`/projects/${projectId}/comparisons?a=${a}&b=${b}`))
  const overview = `select check_name, toUInt32(count()) as n, countIf(outcome = 'pass') / count() as rate from verdicts where project_id = '${projectId}' group by check_name`
  await median('pass rates over all verdicts (engine alone)', async () =>
    (await facts.query({ query: overview, format: 'JSONEachRow' })).json(),
  )
  console.log(`RSS ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`)
} finally {
  await hub.close()
  await facts.close()
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)
