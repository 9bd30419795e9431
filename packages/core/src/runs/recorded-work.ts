import type { AttemptRow, CallRow } from '@assay/contracts'
import type { RunReader, RunStore } from '../ports/run-store.ts'
import { noSpending } from './budget.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Spending, UnitTable } from './run-work.ts'

/** What the rows of an unfinished unit hold already. */
export interface RecordedUnit {
  readonly attempts: Map<string, AttemptRow>
  readonly calls: Map<string, CallRow>
  /** Rows that stand in its tables, as JSON: not written a second time. */
  readonly rows: Set<string>
}

export interface RecordedWork {
  /** Units that are not taken up again. */
  readonly finished: ReadonlyMap<string, 'done' | 'failed'>
  /** By key; only units that are taken up again and have rows. */
  readonly unfinished: ReadonlyMap<string, RecordedUnit>
  readonly spending: Spending
}

/** Reads a run as an earlier start left it. Memory grows with the number of units and with what unfinished units hold. */
export async function readRecordedWork(store: RunStore, retryErrors: boolean): Promise<RecordedWork> {
  const ended = await readUnits(store)
  const retried = new Set(
    retryErrors ? [...ended].filter(([, status]) => status === 'failed').map(([key]) => key) : [],
  )
  for (const key of retried) ended.delete(key)
  const unfinished = new Map<string, RecordedUnit>()
  const open = (key: string): RecordedUnit | null => {
    if (ended.has(key)) return null
    const unit = unfinished.get(key) ?? { attempts: new Map(), calls: new Map(), rows: new Set() }
    unfinished.set(key, unit)
    return unit
  }

  for await (const row of store.rows('attempts'))
    if (row.error === null || !retried.has(row.unit)) open(row.unit)?.attempts.set(attemptKey(row), row)
  const spending = { ...noSpending }
  for await (const row of store.rows('calls')) {
    addCall(spending, row)
    if (row.error === null || !retried.has(row.unit)) open(row.unit)?.calls.set(row.key, row)
  }
  for (const table of ['verdicts', 'candidates'] as const)
    for await (const row of store.rows(table)) open(row.unit)?.rows.add(rowIdentity(table, row))
  return { finished: ended, unfinished, spending }
}

/** One question of a unit. */
export const attemptKey = (row: Pick<AttemptRow, 'caseId' | 'repeat'>): string =>
  `${row.repeat} ${row.caseId}`

/** Stores may give keys back in another order. */
export const rowIdentity = (table: UnitTable, row: unknown): string => `${table} ${canonicalJson(row)}`

/** The last word of each unit: a later row replaces an earlier one. */
export async function readUnits(reader: Pick<RunReader, 'rows'>): Promise<Map<string, 'done' | 'failed'>> {
  const units = new Map<string, 'done' | 'failed'>()
  for await (const row of reader.rows('units')) units.set(row.key, row.status)
  return units
}

/** What all model calls of a run used, from its rows. */
export async function readSpending(reader: Pick<RunReader, 'rows'>): Promise<Spending> {
  const spending = { ...noSpending }
  for await (const row of reader.rows('calls')) addCall(spending, row)
  return spending
}

function addCall(spending: { -readonly [K in keyof Spending]: number }, row: CallRow): void {
  if (row.cached) {
    spending.cachedCalls += 1
    return
  }
  spending.calls += row.tries
  spending.tokens += (row.reply?.usage.input ?? 0) + (row.reply?.usage.output ?? 0)
  spending.costUsd += row.costUsd ?? 0
  if (row.reply !== null && row.costUsd === null) spending.unpricedCalls += 1
}
