import { cutLine } from '../format/fit-text.ts'
import { renderProgressEnd, renderProgressLine, type ProgressState } from './render-progress-line.ts'

/** What progress is written to: standard error, or a buffer in a test. */
export interface ProgressStream {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly write: (text: string) => unknown
}

export interface ProgressOptions {
  /** While it runs: "evaluating". */
  readonly label: string
  /** When it is done: "evaluated". */
  readonly doneLabel: string
  /** One rewritten line. Default: the stream is a terminal; false with `--plain`. */
  readonly live?: boolean
  /** Milliseconds, monotonic. */
  readonly now: () => number
}

export interface Progress {
  /** Says where the run stands; writes at most ten times a second on a terminal, every ten seconds elsewhere. */
  readonly update: (state: ProgressState) => void
  /** A line for people that stays, above the live line. */
  readonly note: (text: string) => void
  /** Replaces the live line by its last word. */
  readonly end: (state: ProgressState) => void
}

const liveIntervalMs = 100
const plainIntervalMs = 10_000
const clearLine = '\r\u001B[2K'

export function createProgress(stream: ProgressStream, options: ProgressOptions): Progress {
  const live = options.live ?? stream.isTTY === true
  const intervalMs = live ? liveIntervalMs : plainIntervalMs
  let writtenAt = live ? Number.NEGATIVE_INFINITY : options.now()
  let shown = ''
  const show = (line: string) => {
    shown = live ? cutLine(line, (stream.columns ?? 80) - 1) : line
    stream.write(live ? `${clearLine}${shown}` : `${line}\n`)
  }
  return {
    update(state) {
      if (options.now() - writtenAt < intervalMs) return
      writtenAt = options.now()
      show(renderProgressLine(options.label, state))
    },
    note(text) {
      stream.write(live ? `${clearLine}${text}\n${shown}` : `${text}\n`)
    },
    end(state) {
      shown = ''
      stream.write(`${live ? clearLine : ''}${renderProgressEnd(options.doneLabel, state)}\n`)
    },
  }
}
