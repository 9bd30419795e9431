import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { RunTable } from '@assay/core'
import { openFinishedRows, readSpending, readUnits } from '@assay/core/runs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRunFolders } from './run-folders.ts'
import { systemClock } from './system-clock.ts'

const child = fileURLToPath(new URL('./run-folder-kill.child.ts', import.meta.url))
const units = 1500
const tables = ['units', 'attempts', 'verdicts', 'calls'] as const

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'assay-kill-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

it('loses no written row and repeats none when it is killed twenty times at random points', async () => {
  const killed = join(root, 'killed')
  const log = join(root, 'killed.log')
  const known: Record<string, readonly string[]> = {}
  let writtenBefore = 0
  let isDone = false
  for (let start = 0; start < 20; start += 1) {
    isDone ||= await runUntilKilled({ folder: killed, log, start, killAfterMs: Math.random() * 120 })
    for (const table of tables) {
      const lines = await readLines(killed, table)
      expect(lines.slice(0, known[table]?.length ?? 0), `${table} after kill ${start}`).toEqual(
        known[table] ?? [],
      )
      known[table] = lines
    }
    await expectNothingRepeated(log, start, known)
    writtenBefore = known['units']?.length ?? 0
  }
  expect(isDone, 'the run was still under way at each kill').toBe(false)
  expect(writtenBefore).toBeGreaterThan(0)
  expect(await runUntilKilled({ folder: killed, log, start: 20, killAfterMs: null })).toBe(true)
  await expectNothingRepeated(log, 20, known)

  const whole = join(root, 'whole')
  await runUntilKilled({ folder: whole, log: join(root, 'whole.log'), start: 0, killAfterMs: null })
  expect(await readFigures(killed)).toEqual(await readFigures(whole))
  expect(await readLines(killed, 'verdicts')).toHaveLength(2 * units)
  expect(await readLines(killed, 'attempts')).toHaveLength(units)
})

interface Start {
  readonly folder: string
  readonly log: string
  readonly start: number
  /** After the child is ready; `null`: it may finish. */
  readonly killAfterMs: number | null
}

/** Whether it got to its end. */
async function runUntilKilled({ folder, log, start, killAfterMs }: Start): Promise<boolean> {
  const worker = spawn(process.execPath, [child, folder, log, String(start), String(units)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  worker.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const closed = once(worker, 'close')
  while (!output.includes('ready') && worker.exitCode === null) await sleep(2)
  if (killAfterMs !== null) {
    await sleep(killAfterMs)
    worker.kill('SIGKILL')
  }
  await closed
  return output.includes('done')
}

/** Whole lines only: a half-written one was never acknowledged. */
async function readLines(folder: string, table: RunTable): Promise<readonly string[]> {
  const text = await readFile(join(folder, 'kill', `${table}.jsonl`), 'utf8').catch(() => '')
  return text.split('\n').slice(0, -1)
}

const seen = new Map<string, number>()

/** What was written by the end of an earlier start is not asked in this one. */
async function expectNothingRepeated(
  log: string,
  start: number,
  known: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const asked = (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(0, -1)
  const repeated = asked
    .filter((line) => line.startsWith(`${start} `))
    .map((line) => line.slice(line.indexOf(' ') + 1))
    .filter((what) => (seen.get(what) ?? start) < start)
  expect(repeated).toEqual([])
  for (const line of known['attempts'] ?? []) remember(`ask ${fieldOf(line, 'unit')}`, start)
  const callsOf = new Map<string, number>()
  for (const line of known['calls'] ?? []) {
    const unit = fieldOf(line, 'unit')
    const nth = callsOf.get(unit) ?? 0
    callsOf.set(unit, nth + 1)
    remember(`call ${nth === 0 ? 'correctness' : 'declining'} of answer to ${unit}`, start)
  }
}

const remember = (what: string, start: number): void => {
  if (!seen.has(what)) seen.set(what, start)
}

function fieldOf(line: string, name: string): string {
  const row: unknown = JSON.parse(line)
  return String(typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined)
}

async function readFigures(folder: string) {
  const read = await createRunFolders(folder, { clock: systemClock }).read('kill')
  if (!read.ok) throw new Error(read.error.message)
  const verdicts: string[] = []
  for await (const row of openFinishedRows(read.value).rows('verdicts')) verdicts.push(JSON.stringify(row))
  const statuses = new Map(await readUnits(read.value))
  return { verdicts: verdicts.sort(), statuses, spending: await readSpending(read.value) }
}
