import type { AssayError } from '@assay/contracts'
import {
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
import { executeRun } from './execute-run.ts'
import { openFinishedRows } from './finished-rows.ts'
import type { RunWork, Unit, UnitContext } from './run-work.ts'

const units = (count: number): readonly Unit[] =>
  Array.from({ length: count }, (_, index) => ({ key: `u${index}` }))

const ask = (target: Target, caseId: string, context: UnitContext) =>
  context.ask(target, { question: `question ${caseId}`, history: [], threadId: caseId, caseId, repeat: 0 })

type Work = Pick<RunWork<Unit>, 'store' | 'perform'> &
  Partial<RunWork<Unit>> & { readonly units: readonly Unit[] }

const run = (work: Work) => executeRun({ total: work.units.length, ports: createRunPorts(), ...work })

const prompt = (content: string) => ({ messages: [{ role: 'user' as const, content }], maxOutputTokens: 10 })

const pending: AssayError = createError('ASSAY-5001', { where: 'batch/requests.jsonl' })

describe('a run', () => {
  it('finishes its units and counts them from their rows', async () => {
    const store = createMemoryRunStore()
    const target = createScriptedTarget(({ caseId }) => ok({ text: caseId, latencyMs: 1 }))
    const result = await run({
      store,
      units: units(20),
      perform: async ({ key }, context) => {
        const asked = await ask(target, key, context)
        return asked.ok ? ok(undefined) : asked
      },
    })
    expect(result).toMatchObject({ ok: true, value: { state: 'finished', reason: null } })
    expect(result.ok && result.value.counts).toEqual({ total: 20, done: 20, failed: 0, pending: 0, open: 0 })
    expect(store.tables.attempts).toHaveLength(20)
  })

  it('goes on after a unit failed, and keeps why', async () => {
    const store = createMemoryRunStore()
    const target = createScriptedTarget(({ caseId }) =>
      caseId === 'u1' ? fail(createError('ASSAY-4003')) : ok({ text: '', latencyMs: 1 }),
    )
    const perform = async ({ key }: Unit, context: UnitContext) => {
      const asked = await ask(target, key, context)
      return asked.ok ? ok(undefined) : asked
    }
    const result = await run({ store, units: units(3), perform })
    expect(result.ok && result.value.counts).toMatchObject({ done: 2, failed: 1 })
    expect(store.tables.units.find((row) => row.key === 'u1')?.error?.code).toBe('ASSAY-4003')
    expect(store.tables.attempts.find((row) => row.caseId === 'u1')).toMatchObject({ tries: 1, answer: null })

    const again = await run({ store: store.reopen(), units: units(3), perform })
    expect(again.ok && again.value.counts).toMatchObject({ done: 2, failed: 1 })
    expect(target.requests).toHaveLength(3)
  })

  it('takes up failed units again when told to, without their recorded errors', async () => {
    const store = createMemoryRunStore()
    let isDown = true
    const target = createScriptedTarget(() =>
      isDown ? fail(createError('ASSAY-4003')) : ok({ text: 'up', latencyMs: 1 }),
    )
    const perform = async ({ key }: Unit, context: UnitContext) => {
      const asked = await ask(target, key, context)
      return asked.ok ? ok(undefined) : asked
    }
    await run({ store, units: units(2), perform })
    isDown = false
    const reopened = store.reopen()
    const result = await run({ store: reopened, units: units(2), perform, settings: { retryErrors: true } })
    expect(result.ok && result.value.counts).toMatchObject({ done: 2, failed: 0 })
    const counted = await Array.fromAsync(openFinishedRows(reopened).rows('attempts'))
    expect(counted.map((row) => row.answer?.text)).toEqual(['up', 'up'])
  })

  it('retries what may be retried and counts the tries', async () => {
    const store = createMemoryRunStore()
    const target = createScriptedTarget((_, nth) =>
      nth < 3 ? fail(createError('ASSAY-4001')) : ok({ text: 'x', latencyMs: 1 }),
    )
    const result = await run({
      store,
      units: units(1),
      perform: async ({ key }, context) => {
        const asked = await ask(target, key, context)
        return asked.ok ? ok(undefined) : asked
      },
    })
    expect(result.ok && result.value.counts.done).toBe(1)
    expect(store.tables.attempts[0]?.tries).toBe(3)
  })

  it('times a hung target out though it ignores the signal, and goes on', async () => {
    const store = createMemoryRunStore()
    const target = createScriptedTarget(({ caseId }) =>
      caseId === 'u0' ? new Promise(() => {}) : ok({ text: 'x', latencyMs: 1 }),
    )
    const result = await run({
      store,
      units: units(3),
      settings: { targetLimits: { scripted: { timeoutMs: 1000 } } },
      perform: async ({ key }, context) => {
        const asked = await ask(target, key, context)
        return asked.ok ? ok(undefined) : asked
      },
    })
    expect(result.ok && result.value.counts).toMatchObject({ done: 2, failed: 1 })
    const row = store.tables.attempts.find((attempt) => attempt.caseId === 'u0')
    expect(row).toMatchObject({
      tries: 4,
      error: { code: 'ASSAY-4002', where: 'scripted: no answer within 1 s' },
    })
  })
})

describe('a resumed run', () => {
  it('replays recorded answers and replies of units that were not finished', async () => {
    const target = createScriptedTarget(({ caseId }) => ok({ text: caseId, latencyMs: 1 }))
    const model = createScriptedModel(() => 'judged')
    const perform = async ({ key }: Unit, context: UnitContext): Promise<Result<void>> => {
      const asked = await ask(target, key, context)
      const judged = await context.model(model).call(prompt(`judge ${key}`))
      if (!asked.ok || !judged.ok) return fail(createError('ASSAY-7002'))
      context.record('verdicts', {
        unit: key,
        caseId: key,
        repeat: 0,
        check: 'c',
        checkKey: 'c',
        outcome: 'pass',
      })
      return ok(undefined)
    }
    const store = createMemoryRunStore()
    await run({ store, units: units(4), perform })
    // As after a kill between the verdicts and the unit's own row.
    const verdicts = store.tables.verdicts.map(({ outcome, ...row }) => ({ outcome, ...row }))
    const cut = createMemoryRunStore({}, { ...store.tables, verdicts, units: store.tables.units.slice(0, 2) })
    const result = await run({ store: cut, units: units(4), perform })
    expect(result.ok && result.value.counts.done).toBe(4)
    expect(target.requests).toHaveLength(4)
    expect(model.requests).toHaveLength(4)
    expect(cut.tables.verdicts, 'identical rows are not written twice').toHaveLength(4)
    expect(result.ok && result.value.spending.calls).toBe(4)
  })

  it('refuses another plan and a damaged store, and asks nothing', async () => {
    const perform = async (): Promise<Result<void>> => {
      throw new Error('must not be reached')
    }
    const other = await run({ store: createMemoryRunStore(), units: units(1), perform, planHash: 'another' })
    expect(other).toMatchObject({ ok: false, error: { code: 'ASSAY-6004' } })
    const damaged = {
      ...createMemoryRunStore(),
      rows: () => {
        throw new AssayFailure(createError('ASSAY-6001', { where: 'units.jsonl, line 3' }))
      },
    }
    expect(await run({ store: damaged, units: units(1), perform })).toMatchObject({
      ok: false,
      error: { code: 'ASSAY-6001' },
    })
  })
})

describe('a unit', () => {
  it('asks a model the same request once', async () => {
    const model = createScriptedModel(() => 'x')
    const result = await run({
      store: createMemoryRunStore(),
      units: units(1),
      perform: async (_, context) => {
        const caller = context.model(model)
        await Promise.all([
          caller.call(prompt('a')),
          caller.call(prompt('a')),
          caller.call({ ...prompt('a'), repeatIndex: 1 }),
        ])
        return ok(undefined)
      },
    })
    expect(result.ok).toBe(true)
    expect(model.requests).toHaveLength(2)
  })

  it('waits while one of its calls is pending, whatever it returns, and writes none of its rows', async () => {
    const store = createMemoryRunStore()
    let answered = false
    const model = createScriptedModel(({ messages }) =>
      messages[0]?.content === 'judge u1' && !answered ? fail(pending) : 'fine',
    )
    const perform = async ({ key }: Unit, context: UnitContext): Promise<Result<void>> => {
      await context.model(model).call(prompt(`judge ${key}`))
      context.record('candidates', { unit: key, type: 'simple', question: key, outcome: 'kept' })
      return ok(undefined)
    }
    const first = await run({ store, units: units(3), perform })
    expect(first).toMatchObject({ ok: true, value: { state: 'pending', reason: pending } })
    expect(first.ok && first.value.counts).toMatchObject({ done: 2, pending: 1 })
    expect(store.tables.candidates.map((row) => row.unit).sort()).toEqual(['u0', 'u2'])
    expect(store.tables.calls).toHaveLength(2)
    answered = true
    const second = await run({ store: store.reopen(), units: units(3), perform })
    expect(second.ok && second.value.state).toBe('finished')
    expect(model.requests).toHaveLength(4)
  })

  it('may not ask twice under one case and repeat', async () => {
    const target = createScriptedTarget(() => ok({ text: '', latencyMs: 1 }))
    const work = run({
      store: createMemoryRunStore(),
      units: units(1),
      perform: async (_, context) => {
        await ask(target, 'same', context)
        await ask(target, 'same', context)
        return ok(undefined)
      },
    })
    await expect(work).rejects.toThrow('bug')
  })
})
