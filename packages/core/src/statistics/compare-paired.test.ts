import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparePaired, type Pair } from './compare-paired.ts'
import fixture from './fixtures/paired.json' with { type: 'json' }
import { adjustHolm } from './holm.ts'
import { mcnemarMidP } from './mcnemar-mid-p.ts'
import { signFlipTest } from './sign-flip-test.ts'
import { tangoInterval } from './tango-interval.ts'

describe('oracles', () => {
  test('Tango and mid-P McNemar agree with published examples to the digits printed', () => {
    for (const { gained, lost, n, low, high, midP, digits } of fixture.published) {
      const interval = tangoInterval({ gained, lost, n })
      expect(interval.low).toBeCloseTo(low, digits)
      expect(interval.high).toBeCloseTo(high, digits)
      expect(mcnemarMidP(gained, lost)).toBeCloseTo(midP, digits)
    }
  })
  test('Tango agrees to 1e-6 with a numerical search for the constrained maximum', () => {
    for (const { gained, lost, n, low, high } of fixture.tango) {
      const interval = tangoInterval({ gained, lost, n })
      expect(interval.low).toBeCloseTo(low, 6)
      expect(interval.high).toBeCloseTo(high, 6)
    }
  })
  test('mid-P McNemar agrees with scipy to 1e-10', () => {
    for (const { gained, lost, value } of fixture.midP)
      expect(mcnemarMidP(gained, lost)).toBeCloseTo(value, 10)
  })
  test('exact sign flips agree with scipy', () => {
    for (const { differences, pValue } of fixture.signFlip)
      expect(signFlipTest(differences)).toBeCloseTo(pValue, 10)
  })
  test('Holm agrees with statsmodels', () => {
    for (const { pValues, adjusted } of fixture.holm)
      for (const [i, p] of adjustHolm(pValues).entries()) expect(p).toBeCloseTo(adjusted[i] ?? NaN, 12)
  })
})

const yesNo = (counts: { both: number; gained: number; lost: number; neither: number }): Pair[] => [
  ...Array.from({ length: counts.both }, () => ({ first: 1, second: 1 })),
  ...Array.from({ length: counts.gained }, () => ({ first: 0, second: 1 })),
  ...Array.from({ length: counts.lost }, () => ({ first: 1, second: 0 })),
  ...Array.from({ length: counts.neither }, () => ({ first: 0, second: 0 })),
]

test('no pair is not tested', () => {
  expect(comparePaired([])).toMatchObject({ difference: null, pairs: 0, method: 'not tested' })
})

test('independent yes/no pairs take Tango; the sign is second minus first', () => {
  const compared = comparePaired(yesNo({ both: 59, gained: 6, lost: 16, neither: 80 }))
  expect(compared).toMatchObject({ pairs: 161, method: 'paired, Tango 95 % with mid-P McNemar' })
  expect(compared.difference).toBeCloseTo(-10 / 161, 12)
  expect(compared.high).toBeCloseTo(-0.0054, 4)
})

test('two runs alike are not certainly alike: the interval stays open, and closes with more pairs', () => {
  const few = comparePaired(yesNo({ both: 10, gained: 0, lost: 0, neither: 0 }))
  const many = comparePaired(yesNo({ both: 1000, gained: 0, lost: 0, neither: 0 }))
  expect(few.high).toBeGreaterThan(0.2)
  expect(many.high).toBeLessThan(0.005)
  const scores = comparePaired(Array.from({ length: 40 }, () => ({ first: 0.7, second: 0.7 })))
  expect(scores.high).toBeGreaterThan(0.05)
  expect(scores.pValue).toBe(1)
})

test('cases of one fact that flip together count as one', () => {
  const pairs = yesNo({ both: 30, gained: 8, lost: 0, neither: 2 })
  const clustered = comparePaired(pairs.map((pair, i) => ({ ...pair, clusterKey: `fact ${i >> 2}` })))
  const plain = comparePaired(pairs)
  expect(clustered.method).toMatch(/^paired, Tango 95 % on n \/ design effect/u)
  expect(clustered.low).toBeLessThan(0)
  expect(plain.low).toBeGreaterThan(0)
  expect(clustered.pValue).toBeGreaterThan(plain.pValue ?? NaN)
})

test('scores from 20 clusters take the bootstrap; unbounded ones below 20 have no interval', () => {
  const scores = (n: number, scale: number) =>
    Array.from({ length: n }, (_, i) => ({ first: 0, second: scale * Math.sin(i) }))
  expect(comparePaired(scores(20, 1)).method).toBe('paired, bootstrap 95 % with sign flips')
  expect(comparePaired(scores(19, 1)).low).not.toBeNull()
  expect(comparePaired(scores(19, 5))).toMatchObject({ low: null, high: null })
})

test('only what is clustered is said to be', () => {
  const scores = (n: number, perCluster: number) =>
    Array.from({ length: n }, (_, i) => ({
      first: 0,
      second: Math.sin(i),
      ...(perCluster === 1 ? {} : { clusterKey: String(Math.floor(i / perCluster)) }),
    }))
  expect(comparePaired(scores(10, 1)).method).toBe('paired, Tango 95 % with sign flips')
  expect(comparePaired(scores(10, 2)).method).toBe(
    'paired, Tango 95 % on n / design effect with sign flips, 5 clusters',
  )
  expect(comparePaired(scores(60, 2)).method).toBe(
    'paired, cluster bootstrap 95 % with sign flips, 30 clusters',
  )
})

const pair = fc.record({
  first: fc.constantFrom(0, 1),
  second: fc.constantFrom(0, 1),
  clusterKey: fc.option(fc.integer({ min: 1, max: 26 }).map(String), { nil: undefined }),
})

test('the interval holds the difference within ±1, and swapping the runs mirrors a yes/no comparison', () => {
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 80 }), (pairs) => {
      const { difference, low, high, pValue, method } = comparePaired(pairs)
      expect(low).toBeLessThanOrEqual((difference ?? NaN) + 1e-9)
      expect(high).toBeGreaterThanOrEqual((difference ?? NaN) - 1e-9)
      expect((low ?? NaN) >= -1 && (high ?? NaN) <= 1).toBe(true)
      const swapped = comparePaired(pairs.map((p) => ({ ...p, first: p.second, second: p.first })))
      const tolerance = method.includes('bootstrap') ? 1 : 8
      expect(swapped.low).toBeCloseTo(-(high ?? NaN), tolerance)
      expect(Math.abs((swapped.pValue ?? NaN) - (pValue ?? NaN))).toBeLessThan(0.03)
    }),
    { numRuns: 60 },
  )
})

test('Holm never lowers a p-value and keeps the order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (pValues) => {
      const adjusted = adjustHolm(pValues)
      expect(adjusted.every((p, i) => p >= (pValues[i] ?? NaN) && p <= 1)).toBe(true)
      for (const [i, p] of pValues.entries())
        for (const [j, q] of pValues.entries())
          if (p < q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? NaN)
    }),
  )
})

describe('weighted pairs', () => {
  const flips = (gained: number, lost: number, same: number, weight?: number): readonly Pair[] =>
    [
      [0, 1, gained],
      [1, 0, lost],
      [1, 1, same],
    ].flatMap(([first = 0, second = 0, count = 0]) =>
      Array.from({ length: count }, () => ({ first, second, weight })),
    )

  test('of one weight are plain ones', () => {
    expect(comparePaired(flips(8, 3, 40, 2.5))).toEqual(comparePaired(flips(8, 3, 40)))
  })

  test('a pair that stands for many counts as many, and the interval says how little is known', () => {
    const found = comparePaired([...flips(6, 0, 20), ...flips(0, 2, 40, 9)])
    expect(found.difference).toBeCloseTo((6 - 18) / (26 + 42 * 9), 12)
    const plain = comparePaired([...flips(6, 0, 20), ...flips(0, 2, 40)])
    const width = ({ low, high }: typeof found): number => (high ?? NaN) - (low ?? NaN)
    expect(width(found)).toBeGreaterThan(0)
    expect(found.low ?? NaN).toBeLessThan(found.difference ?? NaN)
    expect(plain.difference).toBeCloseTo(4 / 68, 12)
    const few = comparePaired([...flips(2, 0, 5), ...flips(0, 1, 6, 9)])
    expect(few.difference).toBeCloseTo((2 - 9) / (7 + 63), 12)
    expect(few.low ?? NaN).toBeLessThan(-0.1)
    expect(few.high ?? NaN).toBeGreaterThan(-0.1)
  })
})
