import type { ModelReply } from '@assay/contracts'
import {
  createFakeClock,
  createMemoryRunStore,
  createRunPorts,
  createScriptedModel,
  createScriptedTarget,
} from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { AssayFailure } from '../errors/assay-failure.ts'
import { createError } from '../errors/create-error.ts'
import type { Target } from '../ports/target.ts'
import { fail, ok, type Result } from '../result.ts'
import { createRandom } from '../statistics/random.ts'
import { executeRun } from './execute-run.ts'
import type { RunWork, Unit, UnitContext } from './run-work.ts'

const units = (count: number): readonly Unit[] =>
  Array.from({ length: count }, (_, index) => ({ key: `u${index}` }))

const ask = (target: Target, caseId: string, context: UnitContext) =>
  context.ask(target, { question: `question ${caseId}`, history: [], threadId: caseId, caseId, repeat: 0 })

type Work = Pick<RunWork<Unit>, 'store' | 'perform'> &
  Partial<RunWork<Unit>> & { readonly units: readonly Unit[] }

const run = (work: Work) => executeRun({ total: work.units.length, ports: createRunPorts(), ...work })

const prompt = (content: string) => ({ messages: [{ role: 'user' as const, content }], maxOutputTokens: 10 })

describe('a budget', () => {
  const judge =
    (model: ReturnType<typeof createScriptedModel>) =>
    async ({ key }: Unit, context: UnitContext) => {
      const reply = await context.model(model).call(prompt(`judge ${key}`))
      return reply.ok ? ok(undefined) : reply
    }

  it('stops the run cleanly, and a higher one lets it go on', async () => {
    const model = createScriptedModel(() => 'x')
    const store = createMemoryRunStore()
    const first = await run({
      store,
      units: units(10),
      perform: judge(model),
      settings: { budget: { calls: 4 } },
    })
    expect(first).toMatchObject({ ok: true, value: { state: 'stopped', reason: { code: 'ASSAY-6005' } } })
    expect(first.ok && first.value.counts).toMatchObject({ done: 4, open: 6, failed: 0 })
    const second = await run({
      store: store.reopen(),
      units: units(10),
      perform: judge(model),
      settings: { budget: { calls: 10 } },
    })
    expect(second.ok && second.value.state).toBe('finished')
    expect(model.requests).toHaveLength(10)
  })

  it('never spends more dollars than its cap, over all starts', async () => {
    const model = createScriptedModel(() => ({ text: 'x', usage: { input: 100, output: 10 } }))
    const long = async ({ key }: Unit, context: UnitContext) => {
      const reply = await context.model(model).call(prompt(`${key} ${'word '.repeat(60)}`))
      return reply.ok ? ok(undefined) : reply
    }
    const store = createMemoryRunStore()
    const settings = { budget: { usd: 0.0012 }, concurrency: 5 }
    await run({ store, units: units(50), perform: long, settings })
    const result = await run({ store: store.reopen(), units: units(50), perform: long, settings })
    expect(result.ok && result.value.state).toBe('stopped')
    const spent = result.ok ? result.value.spending.costUsd : Number.NaN
    expect(spent).toBeLessThanOrEqual(0.0012)
    expect(spent).toBeGreaterThan(0.0012 - 3 * 0.00034)
  })

  it('in dollars is refused at the start while a price is unknown', async () => {
    const result = await run({
      store: createMemoryRunStore(),
      units: units(1),
      models: ['scripted:model', 'nobody:knows'],
      settings: { budget: { usd: 1 } },
      perform: async () => ok(undefined),
    })
    expect(result).toMatchObject({ ok: false, error: { code: 'ASSAY-6008', where: 'nobody:knows' } })
  })
})

describe('an interruption', () => {
  it('finishes what is in flight and takes nothing more', async () => {
    const store = createMemoryRunStore()
    const interrupt = new AbortController()
    const result = await run({
      store,
      units: units(100),
      interrupt: interrupt.signal,
      settings: { concurrency: 4 },
      perform: async ({ key }) => {
        if (key === 'u9') interrupt.abort()
        return ok(undefined)
      },
    })
    expect(result).toMatchObject({
      ok: true,
      value: { state: 'interrupted', reason: { code: 'ASSAY-6006' } },
    })
    const done = store.tables.units.length
    expect(done).toBeGreaterThanOrEqual(10)
    expect(done).toBeLessThanOrEqual(14)
    expect(result.ok && result.value.counts).toMatchObject({ done, open: 100 - done })
  })

  it('at once gives up what hangs and leaves its unit open', async () => {
    const abort = new AbortController()
    const target = createScriptedTarget(() => new Promise(() => {}))
    const store = createMemoryRunStore()
    const clock = createFakeClock()
    const working = run({
      store,
      units: units(2),
      ports: createRunPorts({ clock }),
      abort: abort.signal,
      perform: async ({ key }, context) => {
        const asked = await ask(target, key, context)
        return asked.ok ? ok(undefined) : asked
      },
    })
    await clock.advance(10)
    abort.abort()
    const result = await working
    expect(result.ok && result.value.counts).toMatchObject({ open: 2 })
    expect(result.ok && result.value.state).toBe('interrupted')
    expect(store.tables.attempts).toHaveLength(0)
  })
})

describe('the call cache', () => {
  it('answers without a request and costs nothing; failures are not kept', async () => {
    const kept = new Map<string, ModelReply>()
    const cache = {
      get: async (key: string) => kept.get(key) ?? null,
      set: async (key: string, reply: ModelReply) => void kept.set(key, reply),
    }
    const model = createScriptedModel(({ messages }) =>
      messages[0]?.content === 'judge u0' ? fail(createError('ASSAY-5006')) : 'fine',
    )
    const perform = async ({ key }: Unit, context: UnitContext): Promise<Result<void>> => {
      await context.model(model).call(prompt(`judge ${key}`))
      return ok(undefined)
    }
    await run({ store: createMemoryRunStore(), units: units(3), perform, ports: createRunPorts({ cache }) })
    const store = createMemoryRunStore()
    const result = await run({ store, units: units(3), perform, ports: createRunPorts({ cache }) })
    expect(kept.size).toBe(2)
    expect(model.requests).toHaveLength(4)
    expect(store.tables.calls.filter((row) => row.cached).map((row) => row.costUsd)).toEqual([0, 0])
    expect(result.ok && result.value.spending).toMatchObject({ calls: 1, cachedCalls: 2 })
  })
})

describe('a store that cannot be written', () => {
  it('ends the run with its error', async () => {
    const store = createMemoryRunStore()
    const broken = {
      ...store,
      append: async () => {
        throw new AssayFailure(
          createError('ASSAY-1007', { where: 'units.jsonl: no space is left on the disk' }),
        )
      },
    }
    const result = await run({ store: broken, units: units(5), perform: async () => ok(undefined) })
    expect(result).toMatchObject({ ok: false, error: { code: 'ASSAY-1007' } })
    expect(store.tables.units).toEqual([])
  })
})

describe('a provider that bears five requests at once', () => {
  it('is found out and used near its limit, and every unit is done', async () => {
    const clock = createFakeClock({ autoAdvance: true })
    let inFlight = 0
    let refused = 0
    const model = createScriptedModel(async () => {
      if (inFlight >= 5) {
        refused += 1
        return fail(createError('ASSAY-5004'))
      }
      inFlight += 1
      await clock.sleep(200)
      inFlight -= 1
      return 'x'
    })
    const random = createRandom(1)
    const result = await run({
      store: createMemoryRunStore(),
      units: units(500),
      ports: createRunPorts({ clock, random: () => random.next() }),
      settings: { concurrency: 40 },
      perform: async ({ key }, context) => {
        const reply = await context.model(model).call(prompt(key))
        return reply.ok ? ok(undefined) : reply
      },
    })
    expect(result.ok && result.value.counts.done).toBe(500)
    const ideal = (500 / 5) * 200
    expect(clock.monotonicMs() / ideal).toBeLessThan(2)
    expect(refused / 500).toBeLessThan(0.2)
  })
})

describe('a target that is down for good', () => {
  it.each(['ASSAY-4001', 'ASSAY-4005'] as const)(
    'with %s fails every unit without waiting for hours',
    async (code) => {
      const clock = createFakeClock({ autoAdvance: true })
      const target = createScriptedTarget(() => fail(createError(code)))
      const random = createRandom(1)
      const result = await run({
        store: createMemoryRunStore(),
        units: units(200),
        ports: createRunPorts({ clock, random: () => random.next() }),
        perform: async ({ key }, context) => {
          const asked = await ask(target, key, context)
          return asked.ok ? ok(undefined) : asked
        },
      })
      expect(result.ok && result.value.counts.failed).toBe(200)
      expect(target.requests.length).toBeLessThanOrEqual(200 + 40)
      expect(clock.monotonicMs() / 60_000, 'minutes').toBeLessThan(6)
    },
  )
})
