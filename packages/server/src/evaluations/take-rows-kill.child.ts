/**
 * The process that `take-rows-kill.slow.test.ts` kills: takes the rows of a run in, in parts of any size, from where its
 * sender thinks it was. Arguments: data folder, log of what was acknowledged. Prints `ready`, a dot for every answer,
 * then `done`.
 */
import { appendFileSync, readFileSync } from 'node:fs'
import { must, type RunTable } from '@assay/core'
import { migrateFacts, parseRow, type SentRow } from '@assay/storage/clickhouse'
import {
  createRunTables,
  insertEvaluation,
  readEvaluation,
  type ControlDatabase,
} from '@assay/storage/postgres'
import { openControl } from '../engines/open-control.ts'
import { openFacts } from '../engines/open-facts.ts'
import { fillControl, killedRun, place } from './fixtures/killed-run.ts'
import { describeRun } from './describe-run.ts'
import { takeRows } from './take-rows.ts'

const [folder = '', log = ''] = process.argv.slice(2)
const control = await openControl(folder, null)
const facts = await openFacts(folder, null)
if (!control.ok || !facts.ok) throw new Error(JSON.stringify([control, facts]))
const migrated = await migrateFacts(facts.value)
if (!migrated.ok) throw new Error(migrated.error.message)
await prepare(control.value.database)
const parts = {
  control: control.value.database,
  facts: facts.value,
  clock: { now: () => Date.now() },
  settings: { clickhouseUrl: null },
}
process.stdout.write('ready\n')
for (const table of ['attempts', 'verdicts', 'units'] as const) await send(table)
process.stdout.write('done\n')
await facts.value.close()
await control.value.close()

async function prepare(database: ControlDatabase): Promise<void> {
  await fillControl(database)
  if ((await readEvaluation(database, place.runId)) !== null) return
  await insertEvaluation(database, {
    ...describeRun(killedRun.manifest),
    id: place.runId,
    projectId: place.projectId,
    origin: 'command',
    status: 'running',
    workOrder: null,
    pins: [],
    scheduleId: null,
    by: 'ann',
    at: place.at,
  })
  await createRunTables(database, place.runId)
}

/** Begins a little before what was acknowledged, as a sender does that is not sure. */
async function send(table: RunTable): Promise<void> {
  const all = killedRun.tables[table]
  let next = Math.max(0, acknowledged(table) - Math.floor(Math.random() * 30))
  while (next < all.length) {
    const count = 1 + Math.floor(Math.random() * 60)
    const rows = all
      .slice(next, next + count)
      .map((row): SentRow => ({ json: JSON.stringify(row), row: parsed(table, row) }))
    const taken = await takeRows(parts, place, { table, from: next, rows })
    if (!taken.ok) throw new Error(JSON.stringify(taken.error))
    next = taken.value.next
    appendFileSync(log, `${table} ${next}\n`)
    process.stdout.write('.')
  }
}

function acknowledged(table: RunTable): number {
  const lines = readFileSync(log, 'utf8').split('\n')
  return Math.max(
    0,
    ...lines.filter((line) => line.startsWith(`${table} `)).map((line) => Number(line.split(' ')[1])),
  )
}

function parsed(table: RunTable, row: unknown): SentRow['row'] {
  const read = parseRow(table, row)
  return must('row' in read ? read.row : null, 'a row')
}
