import {
  createError,
  fail,
  ok,
  type RawRow,
  type RawRunRows,
  type Result,
  type RowCursor,
  type RunTable,
} from '@assay/core'
import { sendingOrder, type RunSender, type SendingFailure } from './run-sender.ts'

/** What a request carries at most: well below what a hub takes. */
const batch = { rows: 500, bytes: 4_000_000 }

export interface RowTransfer {
  /**
   * Sends all that is written by now and the hub lacks; several requests one after another, a unit's row behind all it
   * recorded. After a failure it may be called again.
   */
  send(): Promise<Result<void, SendingFailure>>
}

/** The rows of a folder on their way through a sender that was opened. Keeps one batch in memory, however much waits. */
export function createRowTransfer(
  raw: RawRunRows,
  sender: RunSender,
  onSent: (table: RunTable, rows: number) => void = () => {},
): RowTransfer {
  const lanes = new Map<RunTable, Lane>()
  return {
    async send() {
      for (const table of sendingOrder) {
        if (lanes.get(table)?.place() === sender.sent(table)) continue
        if ((await raw.count(table)) < sender.sent(table)) return fail(hasMore(sender, table))
        lanes.set(table, await openLane(raw, sender, table))
      }
      // The units' mark comes first: what stands before it has all its rows before the other marks.
      for (const table of sendingOrder.toReversed()) await lanes.get(table)?.mark()
      for (const table of sendingOrder) {
        const sent = await lanes.get(table)?.drain((rows) => onSent(table, rows))
        if (sent?.ok === false) return sent
      }
      return ok(undefined)
    },
  }
}

/** One table: where it stands, and the batch that did not get through yet. */
interface Lane {
  /** Rows that got through: another count at the sender means that the hub says otherwise. */
  place(): number
  mark(): Promise<void>
  drain(onSent: (rows: number) => void): Promise<Result<void, SendingFailure>>
}

async function openLane(raw: RawRunRows, sender: RunSender, table: RunTable): Promise<Lane> {
  let place = sender.sent(table)
  const cursor: RowCursor = await raw.cursor(table, place)
  let held: readonly RawRow[] = []
  return {
    place: () => place,
    mark: () => cursor.mark(),
    async drain(onSent) {
      for (;;) {
        if (held.length === 0) held = await cursor.next(batch)
        if (held.length === 0) return ok(undefined)
        const count = held.length
        const sent = await sender.send(table, held)
        if (!sent.ok) return sent
        if (sender.sent(table) !== place + count) return fail(movedElsewhere(sender, table, place + count))
        place += count
        held = []
        onSent(count)
      }
    },
  }
}

/** Rows were lost here, as by a power cut, or another machine went on with the run. */
const hasMore = (sender: RunSender, table: RunTable): SendingFailure => ({
  passes: false,
  error: createError('ASSAY-9009', {
    message: 'The hub holds rows of this run that the folder lacks',
    where: `${table}: ${sender.sent(table)} rows in the hub`,
    fix: 'fetch the run with `assay hub pull run ID` and go on with that one',
  }),
})

/** The hub has other rows than were sent: somebody else sends the same run. The next round begins where the hub stands. */
const movedElsewhere = (sender: RunSender, table: RunTable, expected: number): SendingFailure => ({
  passes: true,
  error: createError('ASSAY-9009', {
    message: 'The hub holds other rows of this run than were sent',
    where: `${table}: ${sender.sent(table)} rows, not ${expected}`,
    fix: 'stop whatever else sends the same run',
  }),
})
