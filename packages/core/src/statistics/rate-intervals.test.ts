import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clopperPearsonLower, clopperPearsonUpper } from './clopper-pearson-bound.ts'
import { compareUnpairedRates, scoreTest } from './compare-unpaired-rates.ts'
import { effectiveRate } from './effective-rate.ts'
import fixture from './fixtures/rates.json' with { type: 'json' }
import { wilsonInterval } from './wilson-interval.ts'

const outcomesOf = ([passes = 0, n = 0]: readonly number[]) =>
  Array.from({ length: n }, (_, index) => ({ pass: index < passes }))

describe('agrees with scipy and statsmodels to 1e-9', () => {
  test('Wilson', () => {
    for (const { successes, n, confidence, low, high } of fixture.wilson) {
      const interval = wilsonInterval(successes / n, n, confidence)
      expect(interval.low).toBeCloseTo(low, 9)
      expect(interval.high).toBeCloseTo(high, 9)
    }
  })
  test('Clopper–Pearson, two-sided and one-sided', () => {
    for (const { successes, n, confidence, low, high } of fixture.clopperPearson) {
      expect(clopperPearsonLower(successes, n, (1 + confidence) / 2)).toBeCloseTo(low, 9)
      expect(clopperPearsonUpper(successes, n, (1 + confidence) / 2)).toBeCloseTo(high, 9)
    }
    for (const { successes, n, low, high } of fixture.oneSided) {
      expect(clopperPearsonLower(successes, n, 0.95)).toBeCloseTo(low, 9)
      expect(clopperPearsonUpper(successes, n, 0.95)).toBeCloseTo(high, 9)
    }
  })
  test('Newcombe, and the pooled score test', () => {
    for (const { first, second, low, high, pValue } of fixture.newcombe) {
      const difference = compareUnpairedRates(outcomesOf(first), outcomesOf(second))
      expect(difference.low).toBeCloseTo(low, 9)
      expect(difference.high).toBeCloseTo(high, 9)
      const [before, after] = [effectiveRate(outcomesOf(first)), effectiveRate(outcomesOf(second))]
      if (before && after) expect(scoreTest(before, after)).toBeCloseTo(pValue, 9)
      else expect.unreachable()
    }
  })
})

const count = fc
  .integer({ min: 1, max: 3000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

test('Wilson holds the rate, mirrors when passes and failures swap, and narrows with n', () => {
  fc.assert(
    fc.property(count, ([x, n]) => {
      const interval = wilsonInterval(x / n, n)
      const mirrored = wilsonInterval((n - x) / n, n)
      const larger = wilsonInterval(x / n, n * 2)
      expect(interval.low <= x / n && x / n <= interval.high).toBe(true)
      expect(interval.low).toBeGreaterThanOrEqual(0)
      expect(interval.high).toBeLessThanOrEqual(1)
      expect(mirrored.low).toBeCloseTo(1 - interval.high, 10)
      expect(larger.high - larger.low).toBeLessThan(interval.high - interval.low)
    }),
  )
})

test('Clopper–Pearson holds the rate and rises with the passes', () => {
  fc.assert(
    fc.property(count, ([x, n]) => {
      expect(clopperPearsonLower(x, n, 0.95)).toBeLessThanOrEqual(x / n)
      expect(clopperPearsonUpper(x, n, 0.95)).toBeGreaterThanOrEqual(x / n)
      if (x < n) expect(clopperPearsonLower(x + 1, n, 0.95)).toBeGreaterThan(clopperPearsonLower(x, n, 0.95))
    }),
  )
})

test('unpaired rates: swapping the runs flips the difference, no case in one run is not tested', () => {
  fc.assert(
    fc.property(count, count, (first, second) => {
      const forward = compareUnpairedRates(outcomesOf(first), outcomesOf(second))
      const backward = compareUnpairedRates(outcomesOf(second), outcomesOf(first))
      expect(forward.low).toBeCloseTo(-(backward.high ?? NaN), 10)
      expect(forward.pValue).toBeCloseTo(backward.pValue ?? NaN, 10)
    }),
    { numRuns: 30 },
  )
  expect(compareUnpairedRates([], outcomesOf([1, 2]))).toMatchObject({ difference: null, pairs: 0 })
})
