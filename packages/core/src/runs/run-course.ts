import type { AssayError } from '@assay/contracts'
import { createError } from '../errors/create-error.ts'
import {
  nextRunState,
  nextUnitState,
  type RunEvent,
  type RunState,
  type UnitEvent,
  type UnitState,
} from './run-state.ts'
import type { RunCounts, RunOutcome } from './run-work.ts'

/** Where a run and its units stand, by the transition tables. */
export interface RunCourse {
  start(): void
  /** Whether another unit may be taken up. */
  isTaking(): boolean
  takeUnit(): void
  endUnit(event: 'succeed' | 'fail' | 'wait' | 'release', error: AssayError | null): void
  /** The store cannot be written any more. */
  break(): void
  /** Nothing is in flight any more. */
  end(): Pick<RunOutcome, 'state' | 'counts' | 'reason'>
  counts(): RunCounts
}

export function createRunCourse(
  total: number,
  finished: ReadonlyMap<string, 'done' | 'failed'>,
  isInterrupted: () => boolean,
): RunCourse {
  const tally = countUnits(total, finished)
  const reasons = new Map<string, AssayError>()
  let state: RunState = 'ready'
  const move = (event: RunEvent): void => {
    state = nextRunState(state, event)
  }
  const moveUnit = (from: UnitState, event: UnitEvent): void => {
    tally[from] -= 1
    tally[nextUnitState(from, event)] += 1
  }
  const look = (): void => {
    if (state !== 'broken' && isInterrupted()) move('interrupt')
  }
  const counts = (): RunCounts => {
    const { done, failed, pending } = tally
    return { total, done, failed, pending, open: Math.max(0, tally.open + tally.running) }
  }
  return {
    start: () => move('start'),
    isTaking: () => {
      look()
      return state === 'running'
    },
    takeUnit: () => moveUnit('open', 'take'),
    endUnit: (event, error) => {
      moveUnit('running', event)
      if (error !== null && !reasons.has(error.code)) reasons.set(error.code, error)
      if (event === 'release' && state !== 'broken')
        move(error?.code === 'ASSAY-6005' ? 'exhaust' : 'interrupt')
    },
    break: () => {
      if (state !== 'broken') move('break')
    },
    end: () => {
      look()
      move(endEvent(state, counts()))
      return { ...ending(state, reasons), counts: counts() }
    },
    counts,
  }
}

function countUnits(total: number, finished: ReadonlyMap<string, string>): Record<UnitState, number> {
  const failed = [...finished.values()].filter((status) => status === 'failed').length
  const done = finished.size - failed
  return { open: total - finished.size, running: 0, done, failed, pending: 0 }
}

/** An interrupted run whose last units ended while it drained is finished all the same. */
function endEvent(state: RunState, { open, pending }: RunCounts): RunEvent {
  if (state === 'stopping' || (state === 'interrupting' && open > 0)) return 'drain'
  return pending > 0 ? 'wait' : 'complete'
}

function ending(
  state: RunState,
  reasons: ReadonlyMap<string, AssayError>,
): Pick<RunOutcome, 'state' | 'reason'> {
  const because = (code: 'ASSAY-5001' | 'ASSAY-6005' | 'ASSAY-6006') => reasons.get(code) ?? createError(code)
  switch (state) {
    case 'finished':
      return { state, reason: null }
    case 'pending':
      return { state, reason: because('ASSAY-5001') }
    case 'stopped':
      return { state, reason: because('ASSAY-6005') }
    case 'interrupted':
      return { state, reason: because('ASSAY-6006') }
    default:
      throw new Error(`bug: a run does not end as ${state}`)
  }
}
