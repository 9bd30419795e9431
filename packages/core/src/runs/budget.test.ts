import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createBudget, noSpending, type Reservation } from './budget.ts'

const reservation = (usd: number | null, tokens: number): Reservation => ({ model: 'a:b', usd, tokens })

it('never exceeds a cap, and uses it as far as its reservations allow, whatever ends in whatever order', async () => {
  const call = fc.record({
    reserved: fc.integer({ min: 1, max: 100 }),
    usedShare: fc.double({ min: 0, max: 1, noNaN: true }),
    order: fc.nat(),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(call, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 0, max: 1500 }),
      async (calls, cap) => {
        const budget = createBudget({ tokens: cap })
        const running: (typeof calls)[number][] = []
        const refused: number[] = []
        const all = Promise.all(
          calls.map(async (one) => {
            const result = await budget.reserve(reservation(null, one.reserved))
            if (result.ok) running.push(one)
            else refused.push(one.reserved)
          }),
        )
        const tick = () => new Promise((resolve) => setImmediate(resolve))
        await tick()
        while (running.length > 0) {
          const held = running.reduce((sum, one) => sum + one.reserved, 0)
          expect(budget.spending.tokens + held).toBeLessThanOrEqual(cap)
          const [one] = running.splice((running[0]?.order ?? 0) % running.length, 1)
          if (one !== undefined)
            budget.settle(reservation(null, one.reserved), {
              usd: 0,
              tokens: Math.floor(one.reserved * one.usedShare),
            })
          await tick()
        }
        await all
        expect(budget.spending.tokens).toBeLessThanOrEqual(cap)
        for (const tokens of refused)
          expect(budget.spending.tokens + tokens).toBeGreaterThan(cap - 100 * calls.length)
      },
    ),
    { numRuns: 100 },
  )
})

it('waits for others to settle before it refuses', async () => {
  const budget = createBudget({ usd: 1 })
  const first = reservation(0.8, 10)
  expect((await budget.reserve(first)).ok).toBe(true)
  const second = budget.reserve(reservation(0.8, 10))
  budget.settle(first, { usd: 0.1, tokens: 5 })
  expect((await second).ok).toBe(true)
  expect(await budget.reserve(reservation(0.95, 10))).toMatchObject({
    ok: false,
    error: { code: 'ASSAY-6005' },
  })
})

it('counts what earlier starts spent', async () => {
  const budget = createBudget({ calls: 5 }, { ...noSpending, calls: 5 })
  const refused = await budget.reserve(reservation(null, 1))
  expect(refused).toMatchObject({ ok: false, error: { where: '5 of 5 model calls were made' } })
})

it('charges a deferred request against the cap but does not report it as spent', async () => {
  const budget = createBudget({ calls: 1 })
  const pending = reservation(null, 1)
  await budget.reserve(pending)
  budget.defer(pending)
  expect((await budget.reserve(pending)).ok).toBe(false)
  expect(budget.spending.calls).toBe(0)
})

it('refuses a model without a price under a cap in dollars, and reports unknown cost as unknown', async () => {
  const capped = await createBudget({ usd: 5 }).reserve(reservation(null, 1))
  expect(capped).toMatchObject({
    ok: false,
    error: { code: 'ASSAY-6005', message: expect.stringContaining('a:b') },
  })
  const budget = createBudget({})
  await budget.reserve(reservation(null, 9))
  budget.settle(reservation(null, 9), { usd: null, tokens: 7 })
  expect(budget.spending).toEqual({ calls: 1, tokens: 7, costUsd: 0, unpricedCalls: 1, cachedCalls: 0 })
})
