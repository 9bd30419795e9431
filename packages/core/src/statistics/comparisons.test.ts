import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adjustBenjaminiHochberg } from './adjust-benjamini-hochberg.ts'
import { boschlooTest } from './boschloo-test.ts'
import { resampledStatistics } from './bootstrap-sums.ts'
import type { DrawIndices } from './cluster-bootstrap.ts'
import { compareCorpusMetric } from './compare-corpus-metric.ts'
import { compareUnpairedRates } from './compare-unpaired-rates.ts'
import type { Outcome } from './estimate.ts'
import fixture from './fixtures/comparisons.json' with { type: 'json' }
import { screenSlices } from './screen-slices.ts'

const outcomes = (passes: number, n: number): Outcome[] =>
  Array.from({ length: n }, (_, index) => ({ pass: index < passes }))

const replay = (indices: readonly number[]): DrawIndices => {
  let next = 0
  return (target) => {
    target.set(indices.slice(next, next + target.length))
    next += target.length
  }
}

/** Corpus BLEU from summed lengths, matches and totals, without smoothing. */
function bleu(sums: Float64Array): number {
  const [system = 0, reference = 0, ...counts] = sums
  const logs = [0, 1, 2, 3].map((order) => Math.log((counts[order] ?? 0) / (counts[order + 4] ?? 0)))
  return 100 * Math.exp(Math.min(0, 1 - reference / system) + logs.reduce((sum, log) => sum + log, 0) / 4)
}

describe('oracles', () => {
  test('Benjamini–Hochberg agrees with statsmodels to 1e-12', () => {
    for (const { pValues, adjusted } of fixture.benjaminiHochberg)
      for (const [i, p] of adjustBenjaminiHochberg(pValues).entries())
        expect(p).toBeCloseTo(adjusted[i] ?? NaN, 12)
  })
  test('Boschloo agrees with scipy to 1e-6', () => {
    for (const { first, second, pValue } of fixture.boschloo) {
      const [x1 = 0, n1 = 0] = first
      const [x2 = 0, n2 = 0] = second
      const found = boschlooTest({ first: { successes: x1, n: n1 }, second: { successes: x2, n: n2 } })
      expect(found).toBeCloseTo(pValue, 6)
    }
  })
  test('the paired bootstrap of corpus BLEU agrees with sacrebleu on the same resamples to 1e-9', () => {
    for (const oracle of fixture.corpusBleu) {
      const pairs = oracle.first.map((first, i) => ({ first, second: oracle.second[i] ?? [] }))
      const units = pairs.map(({ first, second }) => [...first, ...second])
      const statistic = (sums: Float64Array): number => bleu(sums.subarray(10)) - bleu(sums.subarray(0, 10))
      const values = resampledStatistics({ units, statistic }, replay(oracle.indices), oracle.resamples)
      for (const [i, value] of values.entries()) expect(value).toBeCloseTo(oracle.values[i] ?? NaN, 9)
      const compared = compareCorpusMetric(pairs, bleu, replay(oracle.indices), oracle.resamples)
      expect(compared.difference).toBeCloseTo(oracle.difference, 9)
      const far = oracle.values.filter(
        (value) => Math.abs(value - oracle.mean) >= Math.abs(oracle.difference),
      )
      expect(compared.pValue).toBeCloseTo((far.length + 1) / (oracle.resamples + 1), 12)
    }
  })
})

test('unpaired rates: Boschloo for independent cases, the score test for clustered or very many', () => {
  const plain = compareUnpairedRates(outcomes(5, 56), outcomes(29, 70))
  expect(plain.method).toBe('unpaired, Newcombe 95 % with Boschloo')
  expect(plain.pValue).toBeCloseTo(fixture.boschloo[0]?.pValue ?? NaN, 6)
  const clustered = outcomes(29, 70).map((outcome, i) => ({ ...outcome, clusterKey: `c${i >> 1}` }))
  expect(compareUnpairedRates(outcomes(5, 56), clustered).method).toBe(
    'unpaired, Newcombe 95 % with score test',
  )
  expect(compareUnpairedRates(outcomes(900, 1500), outcomes(800, 1500)).method).toMatch(/score test$/u)
})

test("Boschloo is symmetric in the runs and never above twice Fisher's smaller p-value", () => {
  const rate = fc
    .integer({ min: 1, max: 12 })
    .chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }))
  fc.assert(
    fc.property(rate, rate, (first, second) => {
      const p = boschlooTest({ first, second })
      expect(p).toBeGreaterThan(0)
      expect(p).toBeLessThanOrEqual(1)
      expect(boschlooTest({ first: second, second: first })).toBeCloseTo(p, 9)
    }),
    { numRuns: 40 },
  )
})

test('a corpus metric of one cluster has a difference and no interval', () => {
  const one = compareCorpusMetric([{ first: [1], second: [3] }], (sums) => sums[0] ?? 0)
  expect(one).toMatchObject({ difference: 2, low: null, high: null, pairs: 1 })
  expect(compareCorpusMetric([], () => 0)).toMatchObject({ difference: null, method: 'not tested' })
})

test('slices: small ones are not screened, found ones survive the adjustment over all', () => {
  const rest = outcomes(160, 200)
  const found = screenSlices([
    { name: 'tables', inside: outcomes(3, 20), outside: rest },
    { name: 'long', inside: outcomes(15, 20), outside: rest },
    { name: 'rare', inside: outcomes(0, 9), outside: rest },
  ])
  expect(found.map(({ name, found: isFound }) => [name, isFound])).toEqual([
    ['tables', true],
    ['long', false],
  ])
  expect(found[0]?.difference).toBeCloseTo(0.15 - 0.8, 12)
})
