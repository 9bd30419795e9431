import type { RunProgress } from '@assay/core/runs'
import type { CommandContext } from './command.ts'
import { createProgress, type Progress } from './render/terminal/create-progress.ts'
import type { ProgressState } from './render/terminal/render-progress-line.ts'

export interface ProgressLabels {
  /** While it runs: "evaluating". */
  readonly doing: string
  /** When it is done: "evaluated". */
  readonly done: string
}

/** Progress on standard error: one live line on a terminal, plain lines elsewhere. */
function startProgress({ output }: CommandContext, labels: ProgressLabels): Progress {
  const stream = {
    isTTY: output.isTerminal,
    columns: output.columns,
    write: (text: string) => output.error(text),
  }
  return createProgress(stream, {
    label: labels.doing,
    doneLabel: labels.done,
    live: output.isTerminal,
    now: () => performance.now(),
  })
}

export interface Tracker<T> {
  readonly update: (state: T) => void
  /** Replaces the live line by its last word; nothing where nothing was done. */
  readonly end: () => void
}

/** Work that is counted and nothing else. */
export function trackCount(
  context: CommandContext,
  labels: ProgressLabels,
): Tracker<{ readonly done: number; readonly total: number }> {
  return track(context, labels, (state) => state)
}

/** A run: counts over all its starts, rate of this start, errors, money. */
export function trackRun(
  context: CommandContext,
  labels: ProgressLabels,
  budgetUsd?: number,
): Tracker<RunProgress> {
  return track(context, labels, ({ done, failed, total, finishedBefore, spending }) => ({
    done: done + failed,
    total,
    errors: failed,
    doneNow: done + failed - finishedBefore,
    ...(spending.calls > 0 ? { costUsd: spending.unpricedCalls > 0 ? null : spending.costUsd } : {}),
    ...(budgetUsd === undefined ? {} : { budgetUsd }),
  }))
}

function track<T>(
  context: CommandContext,
  labels: ProgressLabels,
  toState: (state: T) => Omit<ProgressState, 'elapsedMs'>,
): Tracker<T> {
  const progress = startProgress(context, labels)
  const started = performance.now()
  let last: ProgressState | null = null
  return {
    update(state) {
      last = { ...toState(state), elapsedMs: performance.now() - started }
      progress.update(last)
    },
    end() {
      if (last !== null) progress.end({ ...last, elapsedMs: performance.now() - started })
    },
  }
}
