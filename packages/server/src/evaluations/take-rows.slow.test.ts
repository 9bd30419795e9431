import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@clickhouse/client'
import { createChdbConnection } from 'chdb/connection'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { must, type RunTable } from '@assay/core'
import {
  appendRunRows,
  migrateFacts,
  parseRow,
  type FactsDatabase,
  type RunPlace,
  type SentRow,
} from '@assay/storage/clickhouse'
import {
  acknowledgeLines,
  claimLines,
  createRunTables,
  insertEvaluation,
  readRunTables,
  type ControlDatabase,
  type LineClaim,
} from '@assay/storage/postgres'
import { openControl, type ControlEngine } from '../engines/open-control.ts'
import { openFacts } from '../engines/open-facts.ts'
import { describeRun } from './describe-run.ts'
import { fillControl, place as known } from './fixtures/killed-run.ts'
import { sampleRun } from './fixtures/sample-run.ts'
import { forgetRun, takeRows } from './take-rows.ts'

let folder = ''
let engine: ControlEngine
let facts: FactsDatabase
let place: RunPlace
let number = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-take-'))
  const control = await openControl(folder, null)
  const opened = await openFacts(folder, null)
  if (!control.ok || !opened.ok) throw new Error('no engine')
  engine = control.value
  facts = opened.value
  await migrateFacts(facts)
  await fillControl(engine.database)
})
afterAll(async () => {
  await facts.close()
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

const run = sampleRun({ id: known.runId, cases: 40 })
const at = '2026-11-24T10:00:00.000Z'

/** A new run for each test. */
beforeEach(async () => {
  number += 1
  place = { ...known, runId: `01930000-0000-7000-8000-${String(number).padStart(12, '0')}` }
  await insertEvaluation(engine.database, {
    ...describeRun(run.manifest),
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
  await createRunTables(engine.database, place.runId)
})

const table = 'verdicts'
const sent = (from: number, to: number): SentRow[] =>
  run.tables[table].slice(from, to).map((row) => ({ json: JSON.stringify(row), row: parsed(table, row) }))
function parsed(name: RunTable, row: unknown): SentRow['row'] {
  const read = parseRow(name, row)
  return must('row' in read ? read.row : null, 'a row')
}

interface Parts {
  readonly control: ControlDatabase
  readonly facts: FactsDatabase
  readonly clock: { now(): number }
  readonly settings: { readonly clickhouseUrl: string | null }
}
const parts = (given: Partial<Parts> = {}): Parts => ({
  control: engine.database,
  facts,
  clock: { now: () => Date.parse(at) },
  settings: { clickhouseUrl: null },
  ...given,
})
const take = (from: number, to: number, given: Partial<Parts> = {}) =>
  takeRows(parts(given), place, { table, from, rows: sent(from, to) })

async function counts(): Promise<readonly number[]> {
  const answer = await facts.query({
    query: `select toUInt32(count()), toUInt32(uniqExact(line)), (select toUInt32(count()) from verdicts where run_id = {id:UUID}),
      (select toUInt32(uniqExact(line)) from verdicts where run_id = {id:UUID}) from run_rows where run_id = {id:UUID}`,
    query_params: { id: place.runId },
    format: 'JSONCompactEachRow',
  })
  const [row] = await answer.json<number[]>()
  return row ?? []
}
const all = (rows: number): readonly number[] => [rows, rows, rows, rows]

const claimOf = (from: number, count: number): LineClaim => ({
  token: `${place.runId}:${table}:${from}:${count}`,
  from,
  count,
  at,
})
const claim = (from: number, count: number) =>
  claimLines(engine.database, { runId: place.runId, table }, claimOf(from, count))
const nextOf = async () => (await readRunTables(engine.database, place.runId)).get(table)

describe('what a death left behind is settled by the next sender', () => {
  it('after the claim, before any row', async () => {
    await take(0, 10)
    forgetRun(facts, place.runId)
    await claim(10, 20)
    expect(await take(10, 15)).toEqual({ ok: true, value: { next: 15, taken: 5 } })
    expect(await counts()).toEqual(all(15))
    expect(await nextOf()).toEqual({ next: 15, claim: null })
  })

  it('after the rows, before the narrow ones', async () => {
    await claim(0, 20)
    await insertWide(sent(0, 20))
    expect(await counts()).toEqual([20, 20, 0, 0])
    expect(await take(0, 5)).toEqual({ ok: true, value: { next: 20, taken: 0 } })
    expect(await counts()).toEqual(all(20))
  })

  it('after all rows, before the acknowledgement', async () => {
    await claim(0, 20)
    await appendRunRows(facts, place, { table, from: 0, rows: sent(0, 20) }, claimOf(0, 20).token)
    expect(await take(0, 30)).toEqual({ ok: true, value: { next: 30, taken: 10 } })
    expect(await counts()).toEqual(all(30))
  })

  it('where the control database lost its last words, or the facts theirs', async () => {
    await take(0, 20)
    forgetRun(facts, place.runId)
    await engine.database
      .updateTable('run_tables')
      .set({ next_line: 8 })
      .where('run_id', '=', place.runId)
      .execute()
    expect(await take(8, 25)).toEqual({ ok: true, value: { next: 25, taken: 5 } })
    expect(await counts()).toEqual(all(25))
    forgetRun(facts, place.runId)
    await engine.database
      .updateTable('run_tables')
      .set({ next_line: 90 })
      .where('run_id', '=', place.runId)
      .execute()
    expect(await take(90, 95)).toMatchObject({ ok: false, error: { code: 'ASSAY-9009' } })
    expect(await take(25, 30)).toEqual({ ok: true, value: { next: 30, taken: 5 } })
    expect(await counts()).toEqual(all(30))
  })

  it('and an insert that failed leaves nothing that was said to be there', async () => {
    const broken = new Proxy(facts, {
      get: (target, name) =>
        name === 'command'
          ? () => Promise.reject(new Error('Code: 243. No space left on device'))
          : Reflect.get(target, name, target),
    })
    await expect(take(0, 10, { facts: broken })).rejects.toMatchObject({ error: { code: 'ASSAY-9019' } })
    expect(await take(0, 10)).toEqual({ ok: true, value: { next: 10, taken: 10 } })
    expect(await counts()).toEqual(all(10))
  })
})

/** The wide rows alone, as a hub wrote them that died before the narrow ones. */
async function insertWide(rows: readonly SentRow[]): Promise<void> {
  await facts.command({
    query: `insert into run_rows settings insert_deduplication_token = '${claimOf(0, rows.length).token}' format JSONEachRow\n${rows
      .map(({ json }, line) =>
        JSON.stringify({
          project_id: place.projectId,
          run_id: place.runId,
          tab: table,
          line,
          at: 1_800_000_000,
          row: json,
        }),
      )
      .join('\n')}`,
  })
}

describe('two hubs on the same databases', () => {
  const settings = { clickhouseUrl: 'http://facts.example' }

  it('take no row twice, whoever is faster', async () => {
    // The second client stands for the second process: what a process knows of a run it knows by its client.
    const connection = createChdbConnection({ path: join(folder, 'facts') }) as never
    const other = createClient({ connection })
    try {
      for (let round = 0; round < 6; round += 1) {
        const from = round * 15
        await Promise.all([
          take(from, from + 15, { settings }),
          take(from, from + 15, { settings, facts: other }),
          take(from, from + 9, { settings, facts: other }),
        ])
        const next = (await nextOf())?.next ?? 0
        if (next < from + 15) expect((await take(next, from + 15, { settings })).ok).toBe(true)
      }
      expect(await counts()).toEqual(all(90))
    } finally {
      await other.close()
    }
  })

  it('wait for what a dead one may still have under way', async () => {
    await claim(0, 10)
    const early = await take(0, 10, { settings })
    expect(early).toMatchObject({ ok: false, error: { code: 'ASSAY-9007', retryAfterMs: 70_000 } })
    const later = { settings, clock: { now: () => Date.parse(at) + 70_001 } }
    expect(await take(0, 10, later)).toEqual({ ok: true, value: { next: 10, taken: 10 } })
    expect(await counts()).toEqual(all(10))
  })

  it('do not take a claim that is not theirs', async () => {
    await claim(0, 10)
    expect(await claim(0, 5)).toBe(false)
    await acknowledgeLines(engine.database, { runId: place.runId, table }, { ...claimOf(0, 5) })
    expect((await nextOf())?.claim?.count).toBe(10)
  })
})
