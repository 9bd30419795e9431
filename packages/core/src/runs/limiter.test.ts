import { createFakeClock } from '@assay/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../statistics/random.ts'
import { createLimiter, type Limiter } from './limiter.ts'
import { createRateBucket } from './rate-bucket.ts'

const never = new AbortController().signal
const half = () => 0.5

/** Asks `count` times, each answered after `latencyMs`; gives the times at which the requests went out. */
async function drive(
  limiter: Limiter,
  clock: ReturnType<typeof createFakeClock>,
  {
    count,
    latencyMs,
    tokens = 0,
  }: { readonly count: number; readonly latencyMs: number; readonly tokens?: number },
) {
  const times: number[] = []
  let most = 0
  const one = async () => {
    const permit = await limiter.acquire(tokens, never)
    times.push(clock.monotonicMs())
    most = Math.max(most, limiter.inFlight)
    await clock.sleep(latencyMs)
    if (permit !== null) limiter.release(permit, { outcome: 'ok' })
  }
  const all = Promise.all(Array.from({ length: count }, one))
  return { times, all, most: () => most }
}

describe('a limiter', () => {
  it('lets everything through at once while nothing limits', async () => {
    const clock = createFakeClock()
    const limiter = createLimiter({}, { clock, random: half })
    const { times } = await drive(limiter, clock, { count: 100, latencyMs: 50 })
    await clock.advance(0)
    expect(times).toEqual(Array.from({ length: 100 }, () => 0))
  })

  it('keeps to the concurrency it is given', async () => {
    const clock = createFakeClock()
    const limiter = createLimiter({ concurrency: 4 }, { clock, random: half })
    const { all, times, most } = await drive(limiter, clock, { count: 12, latencyMs: 100 })
    await clock.advance(1000)
    await all
    expect(most()).toBe(4)
    expect(times.filter((time) => time === 200)).toHaveLength(4)
  })

  it('halves once for the requests that were out together, waits as told, and recovers', async () => {
    const clock = createFakeClock()
    const limiter = createLimiter({ concurrency: 16 }, { clock, random: () => 0 })
    const permits = await Promise.all(Array.from({ length: 16 }, () => limiter.acquire(0, never)))
    for (const permit of permits)
      if (permit !== null) limiter.release(permit, { outcome: 'slow-down', retryAfterMs: 2000 })
    expect(limiter.window).toBe(8)
    const { all, times, most } = await drive(limiter, clock, { count: 200, latencyMs: 100 })
    await clock.advance(1999)
    expect(times).toHaveLength(0)
    await clock.advance(60_000)
    await all
    expect(times[0]).toBe(2000)
    expect(times.filter((time) => time === 2000)).toHaveLength(8)
    expect(most()).toBe(16)
    expect(limiter.window).toBe(16)
  })

  it('backs off exponentially with full jitter when nobody says how long', async () => {
    const clock = createFakeClock()
    const limiter = createLimiter({}, { clock, random: () => 0.999 })
    const pauses: number[] = []
    for (let round = 0; round < 8; round += 1) {
      const begin = clock.monotonicMs()
      const waiting = limiter.acquire(0, never)
      await clock.advance(40_000)
      const permit = await waiting
      pauses.push(Math.round((clock.sleeps.at(-1) ?? 0) / 500))
      expect(clock.monotonicMs()).toBeGreaterThanOrEqual(begin)
      if (permit !== null) limiter.release(permit, { outcome: 'slow-down' })
    }
    expect(pauses).toEqual([0, 1, 2, 4, 8, 16, 32, 60])
  })

  it('says when it is hopeless, and forgets it with the first answer', async () => {
    const clock = createFakeClock({ autoAdvance: true })
    const limiter = createLimiter({}, { clock, random: half })
    for (let round = 0; round < 12; round += 1) {
      const permit = await limiter.acquire(0, never)
      expect(limiter.isHopeless).toBe(false)
      if (permit !== null) limiter.release(permit, { outcome: 'slow-down' })
    }
    expect(limiter.isHopeless).toBe(true)
    const permit = await limiter.acquire(0, never)
    if (permit !== null) limiter.release(permit, { outcome: 'ok' })
    expect(limiter.isHopeless).toBe(false)
  })

  it('does not send more than rate headers say is left', async () => {
    const clock = createFakeClock()
    const limiter = createLimiter({}, { clock, random: half })
    limiter.learn({ remainingRequests: 3, remainingTokens: 1_000_000, resetMs: 5000 })
    const { times, all } = await drive(limiter, clock, { count: 5, latencyMs: 10 })
    await clock.advance(4999)
    expect(times).toHaveLength(3)
    await clock.advance(20)
    await all
    expect(times).toHaveLength(5)
  })

  it('lets who gives up out of the line', async () => {
    const clock = createFakeClock()
    const limiter = createLimiter({ concurrency: 1 }, { clock, random: half })
    const first = await limiter.acquire(0, never)
    const giveUp = new AbortController()
    const second = limiter.acquire(0, giveUp.signal)
    const third = limiter.acquire(0, never)
    giveUp.abort()
    expect(await second).toBeNull()
    if (first !== null) limiter.release(first, { outcome: 'ok' })
    expect(await third).not.toBeNull()
  })

  it('never sends more in a minute than its caps, at any demand', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 300 }),
        fc.nat(),
        async (cap, count, seed) => {
          const clock = createFakeClock()
          const random = createRandom(seed)
          const limiter = createLimiter({ requestsPerMinute: cap }, { clock, random: () => random.next() })
          const { times, all } = await drive(limiter, clock, { count, latencyMs: 30 })
          await clock.advance((count / cap) * 240_000 + 120_000)
          await all
          expect(times).toHaveLength(count)
          for (let index = 0; index + cap < times.length; index += 1)
            expect((times[index + cap] ?? 0) - (times[index] ?? 0)).toBeGreaterThanOrEqual(60_000 - 1)
        },
      ),
      { numRuns: 25 },
    )
  }, 60_000)
})

describe('a token bucket', () => {
  it('pays an amount larger than its burst off afterwards', () => {
    const bucket = createRateBucket(6000)
    expect(bucket.delay(3000, 0)).toBe(0)
    bucket.take(3000, 0)
    // 600 of burst, 5,400 a minute: 3,000 − 600 are owed, and 600 must be there again.
    expect(bucket.delay(600, 0)).toBeCloseTo((3000 / 5400) * 60_000, 3)
    bucket.take(-2400, 0)
    expect(bucket.delay(600, 0)).toBeCloseTo((600 / 5400) * 60_000, 3)
  })
})
