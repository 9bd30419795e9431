import type { AssayError } from '@assay/contracts'
import { fail, type Clock, type RawRunRows, type Result, type RunStore } from '@assay/core'
import { sendingOrder, type RunEnd, type RunSender, type SendingFailure } from './run-sender.ts'
import { createRowTransfer } from './send-written-rows.ts'

/** A run that is sent while it is written. */
export interface HubStream {
  /** Appends to the folder; the hub is told afterwards and never waited for. */
  readonly store: RunStore
  /** After the last append: sends what waits and says how the run ended. Never fails: the folder keeps everything. */
  finish(end: RunEnd): Promise<StreamReport>
}

export interface StreamReport {
  /** Rows sent by this stream. */
  readonly sent: number
  /** Rows the hub may lack; 0 where it has all and knows how the run ended. */
  readonly waiting: number
  /** Its page; `null`: it did not get there. */
  readonly page: string | null
  /** The last thing that went wrong, where rows wait. */
  readonly failure: AssayError | null
}

export interface StreamParts {
  readonly sender: RunSender
  /** The rows of the same folder. */
  readonly raw: RawRunRows
  readonly clock: Pick<Clock, 'sleep'>
  /** In [0, 1): spreads the tries of many runs that lost the same hub. */
  readonly random: () => number
}

const roundMs = 1000
const roundRows = 500
const firstPauseMs = 500
const longestPauseMs = 30_000
/** Tries at the end of a hub that is away: it may just be restarting. */
const lastTries = 4

/** Rows go to the folder first; every second, or after 500 of them, to the hub, which may be away for as long as it likes. */
export function streamToHub(store: RunStore, { sender, raw, clock, random }: StreamParts): HubStream {
  const end = new AbortController()
  const course: Course = { sent: 0, isOpen: false, refusal: null, pauseMs: firstPauseMs }
  const transfer = createRowTransfer(raw, sender, (_, rows) => (course.sent += rows))
  const wake = createWake(clock)
  const round = (): Promise<Result<void, SendingFailure>> => sendRound(course, sender, () => transfer.send())

  const background = (async () => {
    while (!end.signal.aborted && course.refusal === null) {
      const failure = await settle(course, round)
      if (failure === null) await wake.wait(end.signal)
      else await clock.sleep(pauseAfter(course, failure, random), end.signal)
    }
  })()

  return {
    store: {
      manifest: store.manifest,
      ...(store.notes === undefined ? {} : { notes: store.notes }),
      rows: (table) => store.rows(table),
      close: () => store.close(),
      append: async (table, row) => {
        await store.append(table, row)
        wake.note()
      },
    },
    async finish(runEnd) {
      end.abort()
      await background
      const closed = await finishUp(course, { round, close: () => sender.close(runEnd) }, { clock, random })
      const waiting = closed.ok ? 0 : await countWaiting(raw, sender)
      return {
        sent: course.sent,
        waiting,
        page: closed.ok ? closed.value : null,
        failure: closed.ok ? null : closed.error.error,
      }
    },
  }
}

interface Course {
  sent: number
  isOpen: boolean
  /** What will not pass by waiting; nothing more is sent then. */
  refusal: SendingFailure | null
  pauseMs: number
}

async function sendRound(
  course: Course,
  sender: RunSender,
  send: () => Promise<Result<void, SendingFailure>>,
): Promise<Result<void, SendingFailure>> {
  if (!course.isOpen) {
    const opened = await sender.open()
    if (!opened.ok) return opened
    course.isOpen = true
  }
  const sent = await send()
  if (sent.ok) course.pauseMs = firstPauseMs
  // After a restart the hub may stand elsewhere: it is asked again.
  else course.isOpen = false
  return sent
}

/** Runs a step; what it failed with, `null` where it did not. */
async function settle(
  course: Course,
  step: () => Promise<Result<unknown, SendingFailure>>,
): Promise<SendingFailure | null> {
  const done = await step()
  if (done.ok) return null
  if (!done.error.passes) course.refusal = done.error
  return done.error
}

/** Twice as long after every failure, or as long as the hub says. */
function pauseAfter(course: Course, { error }: SendingFailure, random: () => number): number {
  const pause = Math.max(course.pauseMs, error.retryAfterMs ?? 0)
  course.pauseMs = Math.min(longestPauseMs, course.pauseMs * 2)
  return pause * (0.75 + random() / 2)
}

/** Goes on as long as rows get through, then gives a hub that is away a few tries. */
async function finishUp(
  course: Course,
  {
    round,
    close,
  }: {
    readonly round: () => Promise<Result<void, SendingFailure>>
    readonly close: () => Promise<Result<string, SendingFailure>>
  },
  { clock, random }: Pick<StreamParts, 'clock' | 'random'>,
): Promise<Result<string, SendingFailure>> {
  if (course.refusal !== null) return fail(course.refusal)
  course.pauseMs = firstPauseMs
  for (let tries = 1; ; tries += 1) {
    const before = course.sent
    const done = await round()
    const closed = done.ok ? await close() : done
    if (closed.ok) return closed
    if (course.sent > before) tries = 0
    if (!closed.error.passes || tries >= lastTries) return closed
    await clock.sleep(pauseAfter(course, closed.error, random))
  }
}

async function countWaiting(raw: RawRunRows, sender: RunSender): Promise<number> {
  let waiting = 0
  for (const table of sendingOrder) waiting += Math.max(0, (await raw.count(table)) - sender.sent(table))
  return waiting
}

/** Wakes a second after the first row, or at once after enough of them. */
function createWake(clock: Pick<Clock, 'sleep'>) {
  let rows = 0
  let begin: (() => void) | null = null
  let enough: (() => void) | null = null
  return {
    note(): void {
      rows += 1
      begin?.()
      if (rows >= roundRows) enough?.()
    },
    async wait(signal: AbortSignal): Promise<void> {
      if (rows === 0) await until(signal, (wake) => (begin = wake))
      begin = null
      if (rows < roundRows && !signal.aborted) {
        const filled = new AbortController()
        enough = () => filled.abort()
        await clock.sleep(roundMs, AbortSignal.any([signal, filled.signal]))
        enough = null
      }
      rows = 0
    },
  }
}

function until(signal: AbortSignal, listen: (wake: () => void) => void): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const wake = (): void => {
      signal.removeEventListener('abort', wake)
      resolve()
    }
    signal.addEventListener('abort', wake)
    listen(wake)
  })
}
