import { createError, fail, must, ok, type Result, type RunTable } from '@assay/core'
import {
  appendNarrowRows,
  appendRunRows,
  countInsertRows,
  countRunLines,
  listNarrowLines,
  parseRow,
  readRunLines,
  type FactsDatabase,
  type RowBatch,
  type RunPlace,
  type SentRow,
} from '@assay/storage/clickhouse'
import {
  acknowledgeLines,
  claimLines,
  readRunTables,
  settleLines,
  type LineClaim,
  type RunTableState,
} from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'

export interface IntakeParts extends Pick<Hub, 'control' | 'facts' | 'clock'> {
  readonly settings: Pick<Hub['settings'], 'clickhouseUrl'>
}

/** So long may an insert of a hub that died still arrive at a ClickHouse server: its time limit and a little. */
const claimMs = 70_000

export interface TakenRows {
  /** The line to send next. */
  readonly next: number
  /** How many were not there before. */
  readonly taken: number
}

/**
 * Takes rows of one table of a run in, those that are there already passed over, and says which line is the next. When it
 * resolves they are on the disk, once. Order of events: claim in the control database, rows to the facts, acknowledgement
 * in the control database. What a death in between leaves is seen at the next call and settled by what the facts hold.
 * Fails with ASSAY-9009 where rows before these are missing, ASSAY-9007 where another hub may still be writing.
 */
export async function takeRows(
  parts: IntakeParts,
  place: RunPlace,
  batch: RowBatch,
): Promise<Result<TakenRows>> {
  const state = stateOf(parts.facts)
  const key = `${place.runId}/${batch.table}`
  const before = state.inTurn.get(key) ?? Promise.resolve()
  const turn = before.then(() => takeInTurn(parts, place, batch))
  const settled = quiet(turn)
  state.inTurn.set(key, settled)
  try {
    return await turn
  } finally {
    if (state.inTurn.get(key) === settled) state.inTurn.delete(key)
  }
}

/** Whoever is next waits for the end, not for success. */
async function quiet(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch {
    // Its own sender hears of it.
  }
}

/** What this process knows of the tables it writes to. */
interface IntakeState {
  /** Senders of one table come one after another. */
  readonly inTurn: Map<string, Promise<void>>
  /** Tables whose next line this process has seen to be that of the facts. */
  readonly seen: Set<string>
}

const states = new WeakMap<FactsDatabase, IntakeState>()

function stateOf(facts: FactsDatabase): IntakeState {
  const state = states.get(facts) ?? { inTurn: new Map(), seen: new Set() }
  states.set(facts, state)
  return state
}

/** The run is closed: what was known of it is looked up again should it go on. */
export function forgetRun(facts: FactsDatabase, runId: string): void {
  const { seen } = stateOf(facts)
  for (const key of seen) if (key.startsWith(`${runId}/`)) seen.delete(key)
}

async function takeInTurn(
  parts: IntakeParts,
  place: RunPlace,
  { table, from, rows }: RowBatch,
): Promise<Result<TakenRows>> {
  const { seen } = stateOf(parts.facts)
  const key = `${place.runId}/${table}`
  const start = await readState(parts, place, table)
  const settled =
    start.claim === null && seen.has(key) ? ok(start.next) : await settle(parts, place, { table, start })
  if (!settled.ok) return settled
  const next = settled.value
  if (from > next) return fail(isHole(table, from, next))
  seen.delete(key)
  const reached = await writeRows(parts, place, { table, from: next, rows: rows.slice(next - from) })
  seen.add(key)
  return ok({ next: reached, taken: reached - next })
}

async function writeRows(
  { control, facts, clock }: IntakeParts,
  place: RunPlace,
  { table, from, rows }: RowBatch,
): Promise<number> {
  const sizes = rows.map(({ json }) => json.length)
  let done = 0
  while (done < rows.length) {
    const count = countInsertRows(sizes, done)
    const first = from + done
    const token = `${place.runId}:${table}:${first}:${count}`
    const claim: LineClaim = { token, from: first, count, at: new Date(clock.now()).toISOString() }
    const key = { runId: place.runId, table }
    if (!(await claimLines(control, key, claim))) break
    await appendRunRows(facts, place, { table, from: first, rows: rows.slice(done, done + count) }, token)
    await acknowledgeLines(control, key, claim)
    done += count
  }
  return from + done
}

interface Unsettled {
  readonly table: RunTable
  readonly start: RunTableState
}

/** The facts say how many rows there are: a claim left behind and a control database that lost its last words are alike. */
async function settle(
  parts: IntakeParts,
  place: RunPlace,
  { table, start }: Unsettled,
): Promise<Result<number>> {
  const { control, facts, clock, settings } = parts
  const lines = await countRunLines(facts, place, table)
  const { claim, next } = start
  const isMissing = claim !== null && lines < claim.from + claim.count
  const age = claim === null ? 0 : clock.now() - Date.parse(claim.at)
  if (isMissing && settings.clickhouseUrl !== null && age < claimMs)
    return fail(
      createError('ASSAY-9007', {
        message: 'Rows of this table are being written by another sender',
        where: table,
        retryAfterMs: claimMs - age,
      }),
    )
  if (lines > next || claim !== null) await mendNarrow(facts, place, { table, start, lines })
  if (lines !== next || claim !== null)
    await settleLines(control, { runId: place.runId, table }, { state: start, next: lines })
  return ok(lines)
}

/** Narrow rows are written after the rows they follow from: those that a death kept away are made up for. */
async function mendNarrow(
  facts: FactsDatabase,
  place: RunPlace,
  { table, start: { next, claim }, lines }: Unsettled & { readonly lines: number },
): Promise<void> {
  if (table !== 'attempts' && table !== 'verdicts') return
  const there = await listNarrowLines(facts, place, { table, from: next })
  let from = next
  while (from < lines) {
    if (there.has(from)) {
      from += 1
      continue
    }
    let to = from + 1
    while (to < lines && to - from < mendedAtOnce && !there.has(to)) to += 1
    const isClaimed = claim !== null && claim.from === from && claim.from + claim.count === to
    const token = isClaimed ? claim.token : `${place.runId}:${table}:mended:${from}:${to}`
    const rows = await readSent(facts, place, { table, from, to })
    await appendNarrowRows(facts, place, { table, from, rows }, token)
    from = to
  }
}

/** As many as one request holds at most, so that a claim is mended in one piece. */
const mendedAtOnce = 1_000

async function readSent(
  facts: FactsDatabase,
  place: RunPlace,
  range: { readonly table: RunTable; readonly from: number; readonly to: number },
): Promise<readonly SentRow[]> {
  const texts = await readRunLines(facts, place, range)
  return texts.map((json) => {
    const parsed = parseRow(range.table, JSON.parse(json))
    if ('problem' in parsed) throw new Error(`bug: a row that was taken in is none: ${parsed.problem}`)
    return { json, row: parsed.row }
  })
}

async function readState(
  { control }: IntakeParts,
  { runId }: RunPlace,
  table: RunTable,
): Promise<RunTableState> {
  return must((await readRunTables(control, runId)).get(table), `table ${table} of run ${runId}`)
}

const isHole = (table: RunTable, from: number, next: number) =>
  createError('ASSAY-9009', {
    message: `Rows of ${table} are missing before line ${from + 1}`,
    where: `${table}, line ${next + 1}`,
    fix: `send from line ${next} on, counted from 0`,
  })
