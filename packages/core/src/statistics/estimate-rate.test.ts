import { estimateSchema } from '@assay/contracts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Outcome } from './estimate.ts'
import { estimateRate } from './estimate-rate.ts'
import { createRandom } from './random.ts'

const independent = (passes: number, n: number): Outcome[] =>
  Array.from({ length: n }, (_, index) => ({ pass: index < passes }))

const clustered = (sizes: readonly (readonly [passes: number, n: number])[]): Outcome[] =>
  sizes.flatMap(([passes, n], key) => independent(passes, n).map((o) => ({ ...o, clusterKey: `c${key}` })))

test('no case at all is not tested', () => {
  expect(estimateRate({ outcomes: [] })).toMatchObject({ value: null, low: null, high: null, n: 0 })
  expect(estimateRate({ outcomes: [{ pass: true, weight: 0 }] }).method).toBe('not tested')
})

test('independent cases: Wilson', () => {
  const estimate = estimateRate({ outcomes: independent(81, 100) })
  expect(estimate).toMatchObject({ value: 0.81, n: 100, successes: 81, clusters: 100, method: 'Wilson 95 %' })
  expect(estimate.low).toBeCloseTo(0.7222, 4)
  expect(estimate.high).toBeCloseTo(0.8749, 4)
})

test('none and all of n: the one-sided bound, 1 − 0.05^(1/n)', () => {
  const none = estimateRate({ outcomes: independent(0, 16) })
  expect(none).toMatchObject({ value: 0, low: 0 })
  expect(none.high).toBeCloseTo(1 - 0.05 ** (1 / 16), 10)
  expect(none.method).toBe('Clopper–Pearson, one-sided 95 % upper bound')
  const all = estimateRate({ outcomes: independent(16, 16) })
  expect(all.low).toBeCloseTo(0.05 ** (1 / 16), 10)
  expect(all.high).toBe(1)
})

test('safety: a lower bound only', () => {
  const estimate = estimateRate({ outcomes: independent(97, 100), safety: true })
  expect(estimate).toMatchObject({ high: 1, method: 'Clopper–Pearson, one-sided 95 % lower bound' })
  expect(estimate.low).toBeCloseTo(0.92429, 5)
})

test('asking each of ten facts four times tells as much as ten cases when repeats always agree', () => {
  const outcomes = clustered(Array.from({ length: 10 }, (_, key) => [key < 5 ? 4 : 0, 4] as const))
  const repeated = estimateRate({ outcomes })
  const single = estimateRate({ outcomes: independent(5, 10) })
  expect(repeated.method).toBe('Wilson 95 % on n / design effect 4.00')
  expect(repeated.low).toBeCloseTo(single.low ?? NaN, 10)
  expect(repeated.high).toBeCloseTo(single.high ?? NaN, 10)
})

test('all passes in clusters: the bound counts clusters, not cases', () => {
  const estimate = estimateRate({ outcomes: clustered(Array.from({ length: 10 }, () => [4, 4] as const)) })
  expect(estimate).toMatchObject({ n: 40, clusters: 10 })
  expect(estimate.low).toBeCloseTo(0.05 ** (1 / 10), 10)
})

test('from 20 clusters the bootstrap, unless one outcome is too rare for it', () => {
  const mixed = clustered(Array.from({ length: 24 }, (_, key) => [key % 3, 2] as const))
  expect(estimateRate({ outcomes: mixed }).method).toBe('cluster bootstrap 95 %, 2,000 resamples')
  const rare = clustered(Array.from({ length: 24 }, (_, key) => [key < 3 ? 1 : 2, 2] as const))
  expect(estimateRate({ outcomes: rare }).method).toMatch(/^Wilson 95 % on n/u)
})

test('weights make the value a weighted mean and widen the interval', () => {
  const outcomes = independent(20, 40).map((outcome, i) => ({ ...outcome, weight: i % 2 === 0 ? 3 : 1 }))
  const heavyPasses = outcomes.map((o) => ({ ...o, pass: o.weight === 3 }))
  expect(estimateRate({ outcomes: heavyPasses }).value).toBeCloseTo(0.75, 12)
  const plain = estimateRate({ outcomes: independent(20, 40) })
  const weighted = estimateRate({ outcomes })
  expect(weighted.value).toBeCloseTo(0.5, 12)
  expect((weighted.high ?? 0) - (weighted.low ?? 0)).toBeGreaterThan((plain.high ?? 0) - (plain.low ?? 0))
})

test('a weight that is no number of at least 0 is a bug', () => {
  expect(() => estimateRate({ outcomes: [{ pass: true, weight: -1 }] })).toThrow(/weight/u)
  expect(() => estimateRate({ outcomes: [{ pass: true, weight: NaN }] })).toThrow(/weight/u)
})

const outcome = fc.record({
  pass: fc.boolean(),
  clusterKey: fc.option(fc.integer({ min: 1, max: 26 }).map(String), { nil: undefined }),
  weight: fc.constantFrom(0, 1, 1, 2.5),
})

test('whatever the cases, the interval holds the value, stays in 0 to 1 and fits the contract', () => {
  fc.assert(
    fc.property(fc.array(outcome, { maxLength: 120 }), fc.boolean(), (outcomes, safety) => {
      const estimate = estimateRate({ outcomes, safety })
      expect(estimateSchema.parse(estimate)).toEqual(estimate)
      if (estimate.value === null) return
      expect(estimate.low).toBeGreaterThanOrEqual(0)
      expect(estimate.low).toBeLessThanOrEqual(estimate.value + 1e-12)
      expect(estimate.high).toBeGreaterThanOrEqual(estimate.value - 1e-12)
      expect(estimate.high).toBeLessThanOrEqual(1)
    }),
    { numRuns: 60 },
  )
})

test('the order of the rows changes nothing', () => {
  fc.assert(
    fc.property(fc.array(outcome, { minLength: 1, maxLength: 120 }), fc.string(), (outcomes, seed) => {
      const shuffled = createRandom(seed).shuffle(outcomes)
      const first = estimateRate({ outcomes })
      const second = estimateRate({ outcomes: shuffled })
      expect(second.low ?? 0).toBeCloseTo(first.low ?? 0, 12)
      expect(second.high ?? 0).toBeCloseTo(first.high ?? 0, 12)
    }),
    { numRuns: 40 },
  )
})
