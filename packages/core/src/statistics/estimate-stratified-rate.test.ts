import fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimateRate } from './estimate-rate.ts'
import { estimateStratifiedRate } from './estimate-stratified-rate.ts'
import { wilsonInterval } from './wilson-interval.ts'

const outcomesOf = (passes: number, n: number) =>
  Array.from({ length: n }, (_, index) => ({ pass: index < passes }))

test('one stratum is its own Wilson interval', () => {
  const estimate = estimateStratifiedRate([{ weight: 3, outcomes: outcomesOf(7, 20) }])
  const wilson = wilsonInterval(0.35, 20)
  expect(estimate).toMatchObject({ n: 20, successes: 7, clusters: 20 })
  expect(estimate.value).toBeCloseTo(0.35, 12)
  expect(estimate.low).toBeCloseTo(wilson.low, 12)
  expect(estimate.high).toBeCloseTo(wilson.high, 12)
})

test('two strata: the published form of MOVER, worked by hand', () => {
  const estimate = estimateStratifiedRate([
    { weight: 1, outcomes: outcomesOf(16, 20) },
    { weight: 1, outcomes: outcomesOf(4, 10) },
  ])
  // Wilson: 16/20 → 0.5840–0.9193, 4/10 → 0.1682–0.6873 (Newcombe 1998). 0.6 − ½√(0.2160² + 0.2318²), 0.6 + ½√(0.1193² + 0.2873²)
  expect(estimate.value).toBeCloseTo(0.6, 12)
  expect(estimate.low).toBeCloseTo(0.4416, 3)
  expect(estimate.high).toBeCloseTo(0.7555, 3)
})

test('a stratum without cases makes the whole not tested, one of weight 0 does not', () => {
  const full = { weight: 1, outcomes: outcomesOf(3, 9) }
  expect(estimateStratifiedRate([full, { weight: 1, outcomes: [] }]).method).toBe('not tested')
  expect(estimateStratifiedRate([full, { weight: 0, outcomes: [] }]).value).toBeCloseTo(1 / 3, 12)
  expect(estimateStratifiedRate([]).value).toBeNull()
})

test('strata that share clusters become one weighted clustered rate', () => {
  const keyed = (passes: number) =>
    outcomesOf(passes, 8).map((o, key) => ({ ...o, clusterKey: `fact ${key}` }))
  const estimate = estimateStratifiedRate([
    { weight: 3, outcomes: keyed(4) },
    { weight: 1, outcomes: keyed(6) },
  ])
  expect(estimate).toMatchObject({ value: 0.5625, n: 16, clusters: 8 })
  expect(estimate.method).toMatch(/^Wilson 95 % on n \/ design effect/u)
  expect(estimateRate({ outcomes: keyed(4) }).clusters).toBe(8)
})

const stratum = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.nat(40), fc.integer({ min: 1, max: 9 }))
  .map(([n, passes, weight]) => ({ weight, outcomes: outcomesOf(Math.min(passes, n), n) }))

test('the interval holds the value, and is narrower than the widest stratum', () => {
  fc.assert(
    fc.property(fc.array(stratum, { minLength: 1, maxLength: 5 }), (strata) => {
      const { value, low, high } = estimateStratifiedRate(strata)
      const widths = strata.map(({ outcomes }) => {
        const wilson = wilsonInterval(
          outcomes.filter((o) => o.pass).length / outcomes.length,
          outcomes.length,
        )
        return wilson.high - wilson.low
      })
      expect(low).toBeLessThanOrEqual(value ?? NaN)
      expect(high).toBeGreaterThanOrEqual(value ?? NaN)
      expect((high ?? NaN) - (low ?? NaN)).toBeLessThanOrEqual(Math.max(...widths) + 1e-12)
    }),
  )
})
