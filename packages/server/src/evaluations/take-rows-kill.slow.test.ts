import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { FactsDatabase } from '@assay/storage/clickhouse'
import { readRunLines } from '@assay/storage/clickhouse'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openFacts } from '../engines/open-facts.ts'
import { killedRun, place } from './fixtures/killed-run.ts'

const child = fileURLToPath(new URL('./take-rows-kill.child.ts', import.meta.url))
const kills = 10

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-intake-'))
  await writeFile(join(folder, 'log'), '')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it(`loses no acknowledged row and takes none twice when it is killed ${kills} times while it writes`, async () => {
  let killed = 0
  for (let start = 0; start < 40 && killed < kills; start += 1) {
    if (await run({ answers: Math.floor(Math.random() * 6), ms: Math.random() * 60 })) break
    killed += 1
  }
  expect(killed, 'it was at work at each kill').toBe(kills)
  const halfway = (await readFile(join(folder, 'log'), 'utf8')).trimEnd().split('\n')
  expect(halfway.length, 'and had acknowledged something').toBeGreaterThan(5)
  expect(await run(null)).toBe(true)

  const facts = await openFacts(folder, null)
  if (!facts.ok) throw new Error(facts.error.message)
  try {
    for (const table of ['attempts', 'verdicts', 'units'] as const) {
      const rows = killedRun.tables[table]
      const lines = await readRunLines(facts.value, place, { table, from: 0, to: rows.length })
      expect(lines, table).toEqual(rows.map((row) => JSON.stringify(row)))
    }
    for (const table of ['attempts', 'verdicts'] as const)
      expect(await countNarrow(facts.value, table), table).toEqual({
        rows: killedRun.tables[table].length,
        lines: killedRun.tables[table].length,
      })
  } finally {
    await facts.value.close()
  }
})

/** Whether it got to its end. Killed a moment after so many answers; `null`: it may end. */
async function run(killAfter: { readonly answers: number; readonly ms: number } | null): Promise<boolean> {
  const worker = spawn(process.execPath, [child, folder, join(folder, 'log')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  worker.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const closed = once(worker, 'close')
  const answers = (): number => output.split('.').length - 1
  while (worker.exitCode === null && (!output.includes('ready') || answers() < (killAfter?.answers ?? 0)))
    await sleep(2)
  if (killAfter !== null) {
    await sleep(killAfter.ms)
    worker.kill('SIGKILL')
  }
  await closed
  return output.includes('done')
}

async function countNarrow(facts: FactsDatabase, table: string) {
  const answer = await facts.query({
    query: `select toUInt32(count()) as rows, toUInt32(uniqExact(line)) as lines from ${table}`,
    format: 'JSONEachRow',
  })
  const [counts] = await answer.json()
  return counts
}
