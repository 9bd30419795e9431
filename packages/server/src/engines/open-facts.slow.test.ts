import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AssayFailure } from '@assay/core'
import {
  appendRunRows,
  countRunLines,
  createRunFactsReader,
  migrateFacts,
  parseRow,
  readFactsMigrations,
  readRunLines,
  removeRunFacts,
  type FactsDatabase,
  type RunPlace,
  type SentRow,
} from '@assay/storage/clickhouse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleRun } from '../evaluations/fixtures/sample-run.ts'
import { openFacts } from './open-facts.ts'

let folder = ''
let facts: FactsDatabase
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-facts-'))
  facts = await open()
})
afterAll(async () => {
  await facts.close()
  await rm(folder, { recursive: true, force: true })
})

async function open(): Promise<FactsDatabase> {
  const opened = await openFacts(folder, null)
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  return opened.value
}

async function ask<Row>(query: string): Promise<Row[]> {
  const answer = await facts.query({ query, format: 'JSONEachRow' })
  return answer.json<Row>()
}

describe('the engine of facts', () => {
  it('keeps memory, time and its own logs within bounds', async () => {
    const settings = await ask<{ name: string; value: string }>(
      `select name, value from system.settings where name in ('max_execution_time', 'max_memory_usage')`,
    )
    expect(Object.fromEntries(settings.map(({ name, value }) => [name, value]))).toEqual({
      max_execution_time: '60',
      max_memory_usage: '1500000000',
    })
    const caches = await ask<{ value: string }>(
      `select value from system.server_settings where name like '%cache_size'
        and (name like '%mark%' or name like 'text_index%' or name like 'primary%' or name like 'query%')`,
    )
    expect(Math.max(...caches.map(({ value }) => Number(value)))).toBeLessThanOrEqual(67_108_864)
    await ask('select 1 settings log_queries = 1')
    expect(
      await ask(`select name from system.tables where database = 'system' and name like '%\\_log'`),
    ).toEqual([])
    const started = performance.now()
    const slow = ask(
      'select sum(sipHash64(number)) from numbers(1000000000000) settings max_execution_time = 1',
    )
    await expect(slow).rejects.toMatchObject({ code: '159' })
    expect(performance.now() - started).toBeLessThan(10_000)
    const large = ask('select length(groupArray(number)) from numbers(1000000000)')
    await expect(large).rejects.toMatchObject({ code: '241' })
    expect(await ask('select 1 as one'), 'and goes on').toEqual([{ one: 1 }])
  })

  it('is said to be away where it cannot be reached, without its password', async () => {
    const opened = await openFacts(folder, 'http://assay:secret@127.0.0.1:9/')
    expect(opened).toMatchObject({ ok: false, error: { code: 'ASSAY-9011' } })
    expect(JSON.stringify(opened)).not.toContain('secret')
  })
})

describe('migrations of facts', () => {
  const first = {
    number: 1,
    name: '0001-a',
    text: '-- words; more\ncreate table if not exists a (x UInt8) engine = MergeTree order by x;\nselect throwIf(1);\n',
  }

  it('are applied once, and go on where one was interrupted', async () => {
    await expect(migrateFacts(facts, () => {}, [first])).rejects.toThrow()
    await expect(
      migrateFacts(facts, () => {}, [first]),
      'the step that failed is tried again',
    ).rejects.toThrow()
    expect(await ask('select number, step from fact_migrations')).toEqual([{ number: 1, step: 0 }])
    await facts.command({ query: 'truncate table fact_migrations' })
    const steps: string[] = []
    expect(await migrateFacts(facts, (step) => steps.push(step))).toEqual({
      ok: true,
      value: (await readFactsMigrations()).length,
    })
    expect(steps[0]).toContain('0001-')
    expect(await migrateFacts(facts)).toEqual({ ok: true, value: 0 })
  })

  it('are refused where the data is newer, or another migration was applied', async () => {
    const [real, ...rest] = await readFactsMigrations()
    const changed = [{ ...real!, text: `${real!.text}\n-- changed\n` }, ...rest]
    for (const known of [[], changed])
      expect(await migrateFacts(facts, () => {}, known)).toMatchObject({
        ok: false,
        error: { code: 'ASSAY-9012' },
      })
  })
})

describe('the rows of a run', () => {
  const place: RunPlace = {
    projectId: '00000000-0000-7000-8000-000000000001',
    runId: '01930000-0000-7000-8000-000000000001',
    at: '2026-11-24T10:00:00.000Z',
  }
  const run = sampleRun({ id: place.runId, cases: 1_200 })
  const reader = (lines: number) =>
    createRunFactsReader({
      manifest: run.manifest,
      lines: { verdicts: lines },
      read: (range) => readRunLines(facts, place, range),
    })

  it('come back in their order, in any number, after a restart as well', async () => {
    for (let from = 0; from < 3_600; from += 900) {
      const rows = run.tables.verdicts.slice(from, from + 900).map(toSent)
      await appendRunRows(facts, place, { table: 'verdicts', from, rows }, `v${from}`)
      await appendRunRows(facts, place, { table: 'verdicts', from, rows }, `v${from}`)
    }
    await facts.close()
    facts = await open()
    expect(await migrateFacts(facts)).toEqual({ ok: true, value: 0 })
    expect(await countRunLines(facts, place, 'verdicts')).toBe(3_600)
    expect(await Array.fromAsync(reader(3_600).rows('verdicts'))).toEqual(run.tables.verdicts)
    expect(await Array.fromAsync(reader(3_600).rows('attempts'))).toEqual([])
    const again = run.tables.verdicts.slice(0, 900).map(toSent)
    await appendRunRows(facts, place, { table: 'verdicts', from: 0, rows: again }, 'v0')
    expect(await countRunLines(facts, place, 'verdicts'), 'the token outlives the engine').toBe(3_600)
  })

  it('that are not there, or damaged, are named and not passed over', async () => {
    const missing = Array.fromAsync(reader(3_601).rows('verdicts'))
    await expect(missing).rejects.toThrow(AssayFailure)
    await expect(missing).rejects.toMatchObject({
      error: { code: 'ASSAY-6001', where: expect.stringContaining('verdicts') },
    })
    const damaged = createRunFactsReader({
      manifest: run.manifest,
      lines: { units: 2 },
      read: async () => ['{"key":"a","status":"done"}', '{"key":"b","status":"odd"}'],
    })
    await expect(Array.fromAsync(damaged.rows('units'))).rejects.toMatchObject({
      error: { where: expect.stringContaining('units, line 2: status') },
    })
  })

  it('are gone when they are removed, and no others', async () => {
    const other = { ...place, runId: '01930000-0000-7000-8000-000000000002' }
    const rows = run.tables.verdicts.slice(0, 3).map(toSent)
    await appendRunRows(facts, other, { table: 'verdicts', from: 0, rows }, 'other')
    await removeRunFacts(facts, place)
    expect(await countRunLines(facts, place, 'verdicts')).toBe(0)
    expect(await countRunLines(facts, other, 'verdicts')).toBe(3)
    expect(await ask('select toUInt32(count()) as rows from verdicts')).toEqual([{ rows: 3 }])
  })
})

function toSent(row: unknown): SentRow {
  const parsed = parseRow('verdicts', row)
  if ('problem' in parsed) throw new Error(parsed.problem)
  return { json: JSON.stringify(row), row: parsed.row }
}
