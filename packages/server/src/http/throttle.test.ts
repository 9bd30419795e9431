import { expect, test } from 'vitest'
import { createFailureLimiter, createRateLimiter } from './throttle.ts'

function clockAt(start: number) {
  let time = start
  return { now: () => time, pass: (ms: number) => void (time += ms) }
}

test('lets a burst through, then as many as its rate, and says how long to wait', () => {
  const clock = clockAt(1_000_000)
  const limiter = createRateLimiter({ burst: 3, perSecond: 2 }, clock.now)
  expect([limiter.take('a'), limiter.take('a'), limiter.take('a')]).toEqual([0, 0, 0])
  expect(limiter.take('a')).toBe(500)
  expect(limiter.take('b')).toBe(0)
  clock.pass(499)
  expect(limiter.take('a')).toBeGreaterThan(0)
  clock.pass(2)
  expect(limiter.take('a')).toBe(0)
  expect(limiter.take('a')).toBeGreaterThan(0)
})

test('never lets more through in any time than burst and rate allow', () => {
  const clock = clockAt(0)
  const limiter = createRateLimiter({ burst: 10, perSecond: 5 }, clock.now)
  let allowed = 0
  for (let step = 0; step < 1_000; step += 1) {
    if (limiter.take('a') === 0) allowed += 1
    clock.pass(10)
  }
  expect(allowed).toBeGreaterThanOrEqual(59)
  expect(allowed).toBeLessThanOrEqual(60)
})

test('a clock set back leaves nobody waiting for longer', () => {
  const clock = clockAt(1_000_000)
  const limiter = createRateLimiter({ burst: 1, perSecond: 1 }, clock.now)
  limiter.take('a')
  clock.pass(-900_000)
  expect(limiter.take('a')).toBe(1_000)
})

const limit = { free: 3, firstWaitMs: 1_000, longestWaitMs: 60_000 }

test('a few failures are free, then each doubles the wait, up to the longest', () => {
  const clock = clockAt(5_000)
  const limiter = createFailureLimiter(limit, clock.now)
  const waits: number[] = []
  for (let failure = 0; failure < 12; failure += 1) {
    limiter.failed('a')
    waits.push(limiter.waitMs('a'))
  }
  expect(waits).toEqual([0, 0, 0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000])
  expect(limiter.waitMs('b')).toBe(0)
  clock.pass(59_000)
  expect(limiter.waitMs('a')).toBe(1_000)
})

test('a success forgets the failures, and so does a day', () => {
  const clock = clockAt(5_000)
  const limiter = createFailureLimiter(limit, clock.now)
  for (let failure = 0; failure < 8; failure += 1) limiter.failed('a')
  limiter.succeeded('a')
  expect(limiter.waitMs('a')).toBe(0)
  for (let failure = 0; failure < 8; failure += 1) limiter.failed('a')
  clock.pass(25 * 3_600_000)
  limiter.failed('a')
  expect(limiter.waitMs('a')).toBe(0)
})

test('an attempt taken back costs nothing, and leaves the ones before', () => {
  const limiter = createFailureLimiter(limit, () => 5_000)
  for (let failure = 0; failure < 4; failure += 1) limiter.failed('a')
  limiter.failed('a')
  limiter.undo('a')
  expect(limiter.waitMs('a')).toBe(1_000)
  limiter.failed('b')
  limiter.undo('b')
  limiter.undo('b')
  expect(limiter.waitMs('b')).toBe(0)
})

test('a clock set back by a year does not lock anybody out for a year', () => {
  const clock = clockAt(40_000_000_000)
  const limiter = createFailureLimiter(limit, clock.now)
  for (let failure = 0; failure < 5; failure += 1) limiter.failed('a')
  clock.pass(-31_000_000_000)
  expect(limiter.waitMs('a')).toBe(0)
  limiter.failed('a')
  expect(limiter.waitMs('a')).toBe(4_000)
})

test('keeps a bounded number of names', () => {
  const limiter = createFailureLimiter({ ...limit, free: 0 }, () => 5_000)
  limiter.failed('first')
  for (let index = 0; index < 50_000; index += 1) limiter.failed(`name ${index}`)
  expect(limiter.waitMs('first')).toBe(0)
  expect(limiter.waitMs('name 49999')).toBe(1_000)
})
