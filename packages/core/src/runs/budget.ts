import type { AssayError } from '@assay/contracts'
import { createError } from '../errors/create-error.ts'
import type { PriceBook } from '../ports/prices.ts'
import { fail, ok, type Result } from '../result.ts'
import type { BudgetCaps, Spending } from './run-work.ts'

/** The most one request may use. `usd` is `null` when the price is unknown. */
export interface Reservation {
  readonly model: string
  readonly usd: number | null
  readonly tokens: number
}

/** What it did use; `null`: the provider did not say. */
export interface Usage {
  readonly usd: number | null
  readonly tokens: number | null
}

export interface Budget {
  /** Sets one request's share aside. Waits while only what others have set aside stands in the way; fails with ASSAY-6005. */
  reserve(reservation: Reservation): Promise<Result<void>>
  /** A request that may have been billed without saying what it used counts as reserved. */
  settle(reservation: Reservation, used: Usage): void
  /** The request was not answered yet, or never will be: it stays set aside until the end of this start. */
  defer(reservation: Reservation): void
  countCached(): void
  readonly spending: Spending
}

interface Sum {
  calls: number
  tokens: number
  usd: number
}

interface Waiter {
  readonly reservation: Reservation
  readonly resolve: (result: Result<void>) => void
}

export const noSpending: Spending = { calls: 0, tokens: 0, costUsd: 0, unpricedCalls: 0, cachedCalls: 0 }

/** Reserve, then settle: what is spent and set aside together never exceeds a cap. `before`: what earlier starts spent. */
export function createBudget(caps: BudgetCaps, before: Spending = noSpending): Budget {
  const charged: Sum = { calls: before.calls, tokens: before.tokens, usd: before.costUsd }
  const held: Sum = { calls: 0, tokens: 0, usd: 0 }
  const spending = { ...before }
  const waiters = new Set<Waiter>()

  /** `null`: must wait for others to settle. */
  const tryReserve = (reservation: Reservation): Result<void> | null => {
    const refusal = refuse(caps, charged, reservation)
    if (refusal !== null) return fail(refusal)
    if (refuse(caps, sum(charged, held), reservation) !== null) return null
    add(held, reservation, 1)
    return ok(undefined)
  }
  const admitWaiters = (): void => {
    for (const waiter of waiters) {
      const result = tryReserve(waiter.reservation)
      if (result === null) return
      waiters.delete(waiter)
      waiter.resolve(result)
    }
  }

  return {
    reserve: async (reservation) => {
      const result = waiters.size > 0 ? null : tryReserve(reservation)
      return result ?? new Promise((resolve) => waiters.add({ reservation, resolve }))
    },
    settle: (reservation, used) => {
      add(held, reservation, -1)
      add(charged, { usd: used.usd ?? reservation.usd, tokens: used.tokens ?? reservation.tokens }, 1)
      spending.calls += 1
      spending.tokens += used.tokens ?? 0
      spending.costUsd += used.usd ?? 0
      if (used.usd === null) spending.unpricedCalls += 1
      admitWaiters()
    },
    defer: (reservation) => {
      add(held, reservation, -1)
      add(charged, reservation, 1)
      admitWaiters()
    },
    countCached: () => {
      spending.cachedCalls += 1
    },
    get spending() {
      return { ...spending }
    },
  }
}

/** Refuses a cap in dollars while a model's price is unknown: it could not be kept. */
export function checkPrices(
  caps: BudgetCaps,
  models: readonly string[],
  { prices, atMs }: { readonly prices: PriceBook; readonly atMs: number },
): Result<void> {
  if (caps.usd === undefined) return ok(undefined)
  const unknown = models.filter((model) => prices.costUsd(model, { input: 1, output: 1 }, atMs) === null)
  if (unknown.length === 0) return ok(undefined)
  return fail(createError('ASSAY-6008', { where: unknown.join(', '), so: 'nothing was asked' }))
}

function refuse(caps: BudgetCaps, spent: Sum, { model, usd, tokens }: Reservation): AssayError | null {
  if (caps.usd !== undefined && usd === null)
    return createError('ASSAY-6005', {
      message: `The price of ${model} is unknown, so a cap in dollars cannot be kept`,
      fix: 'cap calls or tokens instead, or use a model whose price is known',
    })
  if (caps.calls !== undefined && spent.calls + 1 > caps.calls)
    return exceeded(`${spent.calls} of ${caps.calls} model calls were made`)
  if (caps.tokens !== undefined && spent.tokens + tokens > caps.tokens)
    return exceeded(`${spent.tokens} of ${caps.tokens} tokens were used; the next call may take ${tokens}`)
  // Sums of many small prices: a billionth of a dollar is rounding.
  if (caps.usd !== undefined && spent.usd + (usd ?? 0) > caps.usd + 1e-9)
    return exceeded(
      `$${spent.usd.toFixed(4)} of $${caps.usd} were spent; the next call may cost $${(usd ?? 0).toFixed(4)}`,
    )
  return null
}

const exceeded = (where: string): AssayError => createError('ASSAY-6005', { where })

const sum = (left: Sum, right: Sum): Sum => ({
  calls: left.calls + right.calls,
  tokens: left.tokens + right.tokens,
  usd: left.usd + right.usd,
})

function add(to: Sum, what: { readonly usd: number | null; readonly tokens: number }, sign: 1 | -1): void {
  to.calls += sign
  to.tokens += sign * what.tokens
  to.usd += sign * (what.usd ?? 0)
}
