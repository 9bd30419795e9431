import { fail, ok, type Clock, type RawRunRows, type Result, type RunReader } from '@assay/core'
import { readUnits } from '@assay/core/runs'
import type { RunGrounds } from '@assay/contracts/hub'
import { hasMoreToRun } from '@assay/core/wording'
import type { CommandContext } from '../command.ts'
import { readEvaluationConfiguration } from '../evaluation/read-evaluation-configuration.ts'
import { readSide } from '../evaluation/read-report.ts'
import { trackCount } from '../progress.ts'
import type { Workspace } from '../workspace.ts'
import type { HubAccess } from './open-hub.ts'
import {
  createRunSender,
  sendingOrder,
  type RunEnd,
  type RunSender,
  type SendingFailure,
} from './run-sender.ts'
import { createRowTransfer } from './send-written-rows.ts'

export interface PushedRun {
  readonly name: string
  readonly rows: number
  /** Of these, what the hub had before. */
  readonly there: number
  readonly status: RunEnd['status']
  readonly page: string
}

const patience = { tries: 6, firstPauseMs: 1_000, longestPauseMs: 15_000 }

/**
 * Sends a run folder: only what the hub lacks, and again after an interruption from where it stood. The folder is held
 * meanwhile: one that is being written is refused (ASSAY-6002).
 */
export async function pushRun(
  workspace: Workspace,
  hub: HubAccess,
  { name, restsOn }: { readonly name: string; readonly restsOn?: RunGrounds | undefined },
  context: CommandContext,
): Promise<Result<PushedRun>> {
  const store = await workspace.runs.open(name)
  if (!store.ok) return store
  try {
    const found = await workspace.readRawRun(name)
    if (!found.ok) return found
    const { manifest, rows: raw } = found.value
    const end = await readEnd(workspace, store.value, name)
    if (!end.ok) return end
    const sender = createRunSender(hub, { manifest, origin: 'upload', restsOn, signal: context.signal })
    const sent = await sendAll(sender, raw, { clock: workspace.clock, context })
    if (!sent.ok) return sent
    const closed = await patiently(
      () => sender.close(end.value),
      workspace.clock,
      () => 0,
    )
    return closed.ok
      ? ok({ name: manifest.name, ...sent.value, status: end.value.status, page: closed.value })
      : closed
  } finally {
    await store.value.close()
  }
}

async function sendAll(
  sender: RunSender,
  raw: RawRunRows,
  { clock, context }: { readonly clock: Clock; readonly context: CommandContext },
): Promise<Result<Pick<PushedRun, 'rows' | 'there'>>> {
  let total = 0
  for (const table of sendingOrder) total += await raw.count(table)
  const opened = await patiently(
    () => sender.open(),
    clock,
    () => 0,
  )
  if (!opened.ok) return opened
  const there = sendingOrder.reduce((sum, table) => sum + sender.sent(table), 0)
  const tracker = trackCount(context, { doing: 'sending', done: 'sent' })
  let sent = 0
  const transfer = createRowTransfer(raw, sender, (_, rows) => {
    sent += rows
    tracker.update({ done: there + sent, total })
  })
  const done = await patiently(
    () => transfer.send(),
    clock,
    () => sent,
  )
  if (sent > 0) tracker.end()
  return done.ok ? ok({ rows: total, there }) : done
}

/** Does a step again while what keeps it from succeeding may pass; every bit of progress begins the count anew. */
async function patiently<T>(
  step: () => Promise<Result<T, SendingFailure>>,
  clock: Pick<Clock, 'sleep'>,
  progress: () => number,
): Promise<Result<T>> {
  let pauseMs = patience.firstPauseMs
  for (let tries = 1; ; tries += 1) {
    const before = progress()
    const done = await step()
    if (done.ok) return done
    const { error, passes } = done.error
    if (progress() > before) tries = 0
    if (!passes || tries >= patience.tries) return fail(error)
    await clock.sleep(Math.max(pauseMs, error.retryAfterMs ?? 0))
    pauseMs = Math.min(patience.longestPauseMs, pauseMs * 2)
  }
}

/** How the run stands: one with something left to ask was stopped. */
async function readEnd(workspace: Workspace, reader: RunReader, name: string): Promise<Result<RunEnd>> {
  const read = readEvaluationConfiguration(reader.manifest)
  if (!read.ok) return read
  const { testSet, repeats, stopWhenClear } = read.value
  const ended = (await readUnits(reader)).size
  if (ended >= testSet.cases * repeats) return ok({ status: 'finished', error: null })
  if (stopWhenClear === undefined) return ok({ status: 'stopped', error: null })
  const side = await readSide(workspace, name)
  if (!side.ok) return side
  return ok({ status: hasMoreToRun(side.value.summary) ? 'stopped' : 'finished', error: null })
}
