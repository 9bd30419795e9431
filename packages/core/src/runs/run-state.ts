import { must } from '../must.ts'

/** Events and the state each leads to, by state. What is not listed cannot happen. */
type Transitions = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * A run. Only the rows are kept on disk: after a kill the next start finds the state again from them.
 * `drain`: nothing is in flight any more and units are left. `complete`: every unit ended. `wait`: what is left waits.
 */
export const runTransitions = {
  ready: { start: 'running' },
  running: {
    complete: 'finished',
    wait: 'pending',
    exhaust: 'stopping',
    interrupt: 'interrupting',
    break: 'broken',
    kill: 'killed',
  },
  stopping: {
    drain: 'stopped',
    interrupt: 'interrupting',
    exhaust: 'stopping',
    break: 'broken',
    kill: 'killed',
  },
  interrupting: {
    drain: 'interrupted',
    complete: 'finished',
    wait: 'pending',
    exhaust: 'interrupting',
    interrupt: 'interrupting',
    break: 'broken',
    kill: 'killed',
  },
  finished: { resume: 'ready' },
  pending: { resume: 'ready' },
  stopped: { resume: 'ready' },
  interrupted: { resume: 'ready' },
  broken: { resume: 'ready' },
  killed: { resume: 'ready' },
} as const satisfies Transitions
export type RunState = keyof typeof runTransitions

/**
 * A unit. `release`: its call was refused by the budget or interrupted; nothing is written and it is taken up again by the
 * next start. `resume`: a new start looks again for answers made elsewhere. `retry`: a start that retries errors.
 * `lapse`: it was retried and did not end in that start; its row still says failed, so only another retry takes it up.
 */
export const unitTransitions = {
  open: { take: 'running', lapse: 'failed' },
  running: { succeed: 'done', fail: 'failed', wait: 'pending', release: 'open', kill: 'open' },
  pending: { resume: 'open' },
  failed: { retry: 'open' },
  done: {},
} as const satisfies Transitions
export type UnitState = keyof typeof unitTransitions

type EventOf<T extends Transitions> = { [S in keyof T]: keyof T[S] & string }[keyof T]
export type RunEvent = EventOf<typeof runTransitions>
export type UnitEvent = EventOf<typeof unitTransitions>

/** The state after the event. An event that cannot happen in a state is a bug. */
export const nextRunState = (state: RunState, event: RunEvent): RunState =>
  next<RunState>(runTransitions, state, event)

export const nextUnitState = (state: UnitState, event: UnitEvent): UnitState =>
  next<UnitState>(unitTransitions, state, event)

function next<S extends string>(
  table: Readonly<Record<S, Readonly<Record<string, S>>>>,
  state: S,
  event: string,
): S {
  return must(table[state][event], `the transition "${event}" out of "${state}"`)
}
