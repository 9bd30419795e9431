import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundRanks, estimateMedian, estimateP95 } from './estimate-quantile.ts'
import fixture from './fixtures/quantiles.json' with { type: 'json' }

test('ranks agree with a direct search over the binomial distribution', () => {
  for (const { n, probability, tail, low, high } of fixture.ranks)
    expect({ n, ...boundRanks(n, probability, tail) }).toEqual({ n, low, high })
})

test('the median and its interval agree with scipy, the 95th percentile with numpy', () => {
  for (const { values, low, high, median, p95 } of fixture.scipyMedian) {
    expect(estimateMedian(values)).toMatchObject({ value: median, low, high, n: values.length })
    expect(estimateP95(values).value).toBeCloseTo(p95, 9)
  }
})

test('an upper bound of the 95th percentile needs 59 values, an interval of the median 6', () => {
  const upTo = (n: number) => Array.from({ length: n }, (_, index) => index)
  expect(estimateP95(upTo(58)).high).toBeNull()
  expect(estimateP95(upTo(59)).high).toBe(58)
  expect(estimateMedian(upTo(5))).toMatchObject({ value: 2, low: null, high: null })
  expect(estimateMedian(upTo(6))).toMatchObject({ value: 2.5, low: 0, high: 5 })
})

test('no value is not tested', () => {
  expect(estimateMedian([])).toMatchObject({ value: null, n: 0, method: 'not tested' })
})

test('ends that exist hold the quantile and are values of the sample', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 200 }),
      (values) => {
        for (const { value, low, high } of [estimateMedian(values), estimateP95(values)]) {
          expect(low === null || (values.includes(low) && low <= (value ?? NaN))).toBe(true)
          expect(high === null || (values.includes(high) && high >= (value ?? NaN))).toBe(true)
        }
      },
    ),
  )
})
