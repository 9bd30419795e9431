import { createFakeClock, createMemoryRunStore, sha256, type MemoryRunStore } from '@assay/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createError } from '../errors/create-error.ts'
import { must } from '../must.ts'
import { fail, ok, type Result } from '../result.ts'
import { executeRun } from './execute-run.ts'
import {
  nextRunState,
  nextUnitState,
  runTransitions,
  unitTransitions,
  type RunState,
  type UnitState,
} from './run-state.ts'
import type { RunOutcome } from './run-work.ts'

const total = 7
const lanes = 3
const keys = Array.from({ length: total }, (_, index) => `u${index}`)

/** What should be: by the transition tables alone. */
interface Model {
  units: Map<string, UnitState>
  run: RunState
  /** Units of this start that were not taken up yet. */
  queue: string[]
  /** Units whose row says failed. */
  failedRows: Set<string>
}

/** The real run, each unit held at a gate until a command lets it end. */
interface Real {
  store: MemoryRunStore
  gates: Map<string, (result: Result<void>) => void>
  outcome: RunOutcome | null
  interrupt: AbortController
}

const settle = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
const isActive = (model: Model): boolean => ['running', 'stopping', 'interrupting'].includes(model.run)
const inState = (model: Model, state: UnitState): string[] =>
  keys.filter((key) => model.units.get(key) === state)
const moveUnit = (model: Model, key: string, event: Parameters<typeof nextUnitState>[1]): void => {
  model.units.set(key, nextUnitState(must(model.units.get(key), key), event))
}

function takeAndEnd(model: Model): void {
  while (model.run === 'running' && inState(model, 'running').length < lanes && model.queue.length > 0)
    moveUnit(model, must(model.queue.shift(), 'a unit'), 'take')
  if (inState(model, 'running').length > 0) return
  const isDrained =
    model.run === 'stopping' || (model.run === 'interrupting' && inState(model, 'open').length > 0)
  model.run = nextRunState(
    model.run,
    isDrained ? 'drain' : inState(model, 'pending').length > 0 ? 'wait' : 'complete',
  )
}

async function compare(model: Model, real: Real): Promise<void> {
  await settle()
  expect([...real.gates.keys()].sort()).toEqual(inState(model, 'running'))
  const rows = new Map(real.store.tables.units.map((row) => [row.key, row.status]))
  for (const key of keys) {
    const state = model.units.get(key)
    if (state === 'done' || state === 'failed') expect(rows.get(key), key).toBe(state)
  }
  if (isActive(model)) return expect(real.outcome).toBeNull()
  const count = (state: UnitState) => inState(model, state).length
  if (real.outcome === null) return
  expect(real.outcome.state).toBe(model.run)
  expect(real.outcome.counts).toEqual({
    total,
    done: count('done'),
    failed: count('failed'),
    pending: count('pending'),
    open: count('open'),
  })
}

class Start implements fc.AsyncCommand<Model, Real> {
  readonly retryErrors: boolean
  constructor(retryErrors: boolean) {
    this.retryErrors = retryErrors
  }
  check = (model: Readonly<Model>) => !isActive(model)
  async run(model: Model, real: Real): Promise<void> {
    if (model.run !== 'ready') model.run = nextRunState(model.run, 'resume')
    model.run = nextRunState(model.run, 'start')
    for (const key of inState(model, 'pending')) moveUnit(model, key, 'resume')
    for (const key of inState(model, 'open')) if (model.failedRows.has(key)) moveUnit(model, key, 'lapse')
    if (this.retryErrors) for (const key of inState(model, 'failed')) moveUnit(model, key, 'retry')
    model.queue = inState(model, 'open')
    takeAndEnd(model)

    real.outcome = null
    real.interrupt = new AbortController()
    const gates = new Map<string, (result: Result<void>) => void>()
    real.gates = gates
    void executeRun({
      store: real.store,
      units: keys.map((key) => ({ key })),
      total,
      interrupt: real.interrupt.signal,
      settings: { concurrency: lanes, retryErrors: this.retryErrors },
      ports: {
        clock: createFakeClock(),
        random: () => 0,
        hash: sha256,
        prices: { costUsd: () => null },
        cache: null,
      },
      perform: ({ key }) => new Promise((resolve) => gates.set(key, resolve)),
    }).then((result) => {
      if (real.gates === gates && result.ok) real.outcome = result.value
      return result
    })
    await compare(model, real)
    if (!isActive(model)) expect(real.outcome).not.toBeNull()
  }
  toString = () => `start(${this.retryErrors ? 'retry errors' : ''})`
}

const results = {
  succeed: ok(undefined),
  fail: fail(createError('ASSAY-4003')),
  wait: fail(createError('ASSAY-5001')),
  exhaust: fail(createError('ASSAY-6005')),
}

class EndUnit implements fc.AsyncCommand<Model, Real> {
  readonly index: number
  readonly how: keyof typeof results
  constructor(index: number, how: keyof typeof results) {
    this.index = index
    this.how = how
  }
  check = (model: Readonly<Model>) => isActive(model)
  async run(model: Model, real: Real): Promise<void> {
    const running = inState(model, 'running')
    const key = must(running[this.index % running.length], 'a running unit')
    moveUnit(model, key, this.how === 'exhaust' ? 'release' : this.how)
    if (this.how === 'fail') model.failedRows.add(key)
    if (this.how === 'succeed') model.failedRows.delete(key)
    if (this.how === 'exhaust') model.run = nextRunState(model.run, 'exhaust')
    takeAndEnd(model)
    const open = must(real.gates.get(key), `the gate of ${key}`)
    real.gates.delete(key)
    open(results[this.how])
    await compare(model, real)
    if (!isActive(model)) expect(real.outcome).not.toBeNull()
  }
  toString = () => `${this.how}(${this.index})`
}

class Interrupt implements fc.AsyncCommand<Model, Real> {
  check = (model: Readonly<Model>) => isActive(model)
  async run(model: Model, real: Real): Promise<void> {
    model.run = nextRunState(model.run, 'interrupt')
    real.interrupt.abort()
    await compare(model, real)
  }
  toString = () => 'interrupt'
}

class Kill implements fc.AsyncCommand<Model, Real> {
  check = (model: Readonly<Model>) => isActive(model)
  async run(model: Model, real: Real): Promise<void> {
    model.run = nextRunState(model.run, 'kill')
    for (const key of inState(model, 'running')) moveUnit(model, key, 'kill')
    for (const key of inState(model, 'pending')) moveUnit(model, key, 'resume')
    // The killed process writes nothing any more: the next start works on what was written.
    real.store = real.store.reopen()
    real.gates = new Map()
    await compare(model, real)
  }
  toString = () => 'kill'
}

describe('a run follows its transition tables', () => {
  it('over any sequence of starts, ends of units, interruptions, empty budgets and kills', async () => {
    const commands = fc.commands(
      [
        fc.boolean().map((retryErrors) => new Start(retryErrors)),
        fc
          .tuple(
            fc.nat({ max: lanes - 1 }),
            fc.constantFrom<keyof typeof results>('succeed', 'succeed', 'fail', 'wait', 'exhaust'),
          )
          .map(([index, how]) => new EndUnit(index, how)),
        fc.constant(new Interrupt()),
        fc.constant(new Kill()),
      ],
      { maxCommands: 60, size: 'max' },
    )
    await fc.assert(
      fc.asyncProperty(commands, async (sequence) => {
        const setup = () => ({
          model: {
            units: new Map<string, UnitState>(keys.map((key) => [key, 'open'])),
            run: 'ready' as RunState,
            queue: [],
            failedRows: new Set<string>(),
          },
          real: {
            store: createMemoryRunStore(),
            gates: new Map<string, (result: Result<void>) => void>(),
            outcome: null,
            interrupt: new AbortController(),
          },
        })
        await fc.asyncModelRun(setup, sequence)
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  it('and its tables lead only to states they know, from a start to every state', () => {
    for (const table of [runTransitions, unitTransitions]) {
      const states = new Set(Object.keys(table))
      const reached = new Set([states.has('ready') ? 'ready' : 'open'])
      for (const state of reached)
        for (const next of Object.values(table[state as keyof typeof table])) reached.add(next)
      expect(reached).toEqual(states)
    }
    expect(() => nextUnitState('done', 'fail')).toThrow('bug')
    expect(() => nextRunState('finished', 'drain')).toThrow('bug')
  })
})
