import { createFakeClock } from '@assay/testkit'
import type { ErrorCode } from '@assay/contracts'
import { expect, it } from 'vitest'
import { createError } from '../errors/create-error.ts'
import { fail, ok, type Result } from '../result.ts'
import { createLimiter } from './limiter.ts'
import { callWithRetry, createRetryBudget, type RetryOptions } from './retry.ts'

function options(
  parts: Partial<RetryOptions> = {},
): RetryOptions & { readonly clock: ReturnType<typeof createFakeClock> } {
  const clock = createFakeClock({ autoAdvance: true })
  const random = () => 0.5
  return {
    random,
    budget: createRetryBudget(),
    maxTries: 4,
    limiter: createLimiter({}, { clock, random }),
    tokens: 0,
    abort: new AbortController().signal,
    ...parts,
    clock,
  }
}

const failing = (code: ErrorCode, times: number, retryAfterMs?: number) => {
  let tries = 0
  return async (): Promise<Result<string>> => {
    tries += 1
    if (tries > times) return ok('answer')
    return fail(createError(code, retryAfterMs === undefined ? {} : { retryAfterMs }))
  }
}
const none = () => null

it('tries what may work again, with growing waits', async () => {
  const given = options()
  expect(await callWithRetry(given, failing('ASSAY-5005', 3), none)).toEqual({
    result: ok('answer'),
    tries: 4,
  })
  expect(given.clock.sleeps).toEqual([250, 500, 1000])
})

it('gives up after its tries, and at once where another try is no use', async () => {
  expect(await callWithRetry(options(), failing('ASSAY-5005', 9), none)).toMatchObject({
    tries: 4,
    result: { ok: false },
  })
  expect(await callWithRetry(options(), failing('ASSAY-5007', 9), none)).toMatchObject({
    tries: 1,
    result: { ok: false },
  })
  expect(await callWithRetry(options(), failing('ASSAY-5001', 9), none)).toMatchObject({
    tries: 1,
    result: { ok: false },
  })
})

it('waits as long as it is told, but not for more than five minutes', async () => {
  const given = options()
  expect(await callWithRetry(given, failing('ASSAY-5004', 1, 20_000), none)).toMatchObject({ tries: 2 })
  expect(given.clock.monotonicMs()).toBeGreaterThanOrEqual(20_000)
  expect(await callWithRetry(options(), failing('ASSAY-5004', 1, 3_600_000), none)).toMatchObject({
    tries: 1,
  })
})

it('asks who is only busy twice as often, and does not use up the retries of the run', async () => {
  const budget = createRetryBudget()
  expect(await callWithRetry(options({ budget }), failing('ASSAY-4005', 7), none)).toMatchObject({
    tries: 8,
    result: { ok: true },
  })
  let left = 0
  while (budget.take()) left += 1
  expect(left).toBe(20)
})

it('stops retrying when the run has no retries left: a tenth of its calls and 20', async () => {
  const budget = createRetryBudget()
  let tries = 0
  for (let call = 0; call < 100; call += 1)
    tries += (await callWithRetry(options({ budget }), failing('ASSAY-4001', 99), none)).tries
  expect(tries).toBe(100 + 30)
})

it('ends while it waits when the run is told to stop', async () => {
  const abort = new AbortController()
  const clock = createFakeClock()
  const given = { ...options({ abort: abort.signal }), clock }
  const working = callWithRetry(given, failing('ASSAY-5005', 9), none)
  await clock.advance(10)
  abort.abort()
  expect((await working).result).toMatchObject({ ok: false, error: { code: 'ASSAY-6006' } })
})

it('gives its place back when a try throws', async () => {
  const given = options()
  const broken = async (): Promise<Result<string>> => {
    throw new Error('bug: adapter')
  }
  await expect(callWithRetry(given, broken, none)).rejects.toThrow('adapter')
  expect(given.limiter.inFlight).toBe(0)
})
