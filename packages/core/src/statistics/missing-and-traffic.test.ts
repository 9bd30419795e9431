import { expect, test } from 'vitest'
import { boundMissingRate } from './bound-missing-rate.ts'
import { clopperPearsonUpper } from './clopper-pearson-bound.ts'
import type { Outcome } from './estimate.ts'
import { postStratifyRate } from './post-stratify-rate.ts'
import { wilsonInterval } from './wilson-interval.ts'

const outcomes = (passes: number, n: number): Outcome[] =>
  Array.from({ length: n }, (_, index) => ({ pass: index < passes }))

test('missing verdicts: from all wrong to all right, each end with its own interval', () => {
  const bounds = boundMissingRate(outcomes(46, 76), [{}, {}, {}, {}, { weight: 0 }])
  expect(bounds).toMatchObject({
    missing: 4,
    ifAllFail: { value: 46 / 80, n: 80 },
    ifAllPass: { value: 50 / 80 },
  })
  expect(bounds?.interval.low).toBeCloseTo(wilsonInterval(46 / 80, 80).low, 12)
  expect(bounds?.interval.high).toBeCloseTo(wilsonInterval(50 / 80, 80).high, 12)
})

test('everything missing: the whole range; no case at all: nothing', () => {
  expect(boundMissingRate([], [{}, {}])?.interval).toEqual({ low: 0, high: 1 })
  expect(boundMissingRate([], [])).toBeNull()
})

test('post-stratification weighs strata by traffic, by hand: 0.7 · 0.9 + 0.3 · 0.4', () => {
  const { estimate, coveredShare, uncovered } = postStratifyRate([
    { name: 'simple', share: 70, outcomes: outcomes(18, 20) },
    { name: 'follow-up', share: 30, outcomes: outcomes(16, 40) },
  ])
  expect(estimate.value).toBeCloseTo(0.75, 12)
  expect(estimate.method).toContain('MOVER')
  expect({ coveredShare, uncovered }).toEqual({ coveredShare: 1, uncovered: [] })
})

test('traffic without cases is named and widens the bounds by its share', () => {
  const { estimate, coveredShare, uncovered, bounds } = postStratifyRate([
    { name: 'simple', share: 0.8, outcomes: outcomes(0, 20) },
    { name: 'refunds', share: 0.2, outcomes: [] },
  ])
  expect(coveredShare).toBeCloseTo(0.8, 12)
  expect(uncovered).toEqual(['refunds'])
  expect(bounds?.low).toBe(0)
  expect(bounds?.high).toBeCloseTo((estimate.high ?? NaN) * 0.8 + 0.2, 12)
  expect(clopperPearsonUpper(0, 20, 0.95)).toBeLessThan(bounds?.high ?? NaN)
  expect(postStratifyRate([]).bounds).toBeNull()
})
