import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bcaInterval } from './bca-interval.ts'
import { expandedTail, resampledMeans, type DrawIndices } from './cluster-bootstrap.ts'
import { cr2Interval } from './cr2-interval.ts'
import { estimateMean } from './estimate-mean.ts'
import fixture from './fixtures/bootstraps.json' with { type: 'json' }
import { groupClusters } from './group-clusters.ts'
import { sampleQuantile } from './sample-quantile.ts'

const replay = (indices: readonly number[]): DrawIndices => {
  let next = 0
  return (target) => {
    target.set(indices.slice(next, next + target.length))
    next += target.length
  }
}

const clustersOf = ({ values, groups }: { values: readonly number[]; groups: readonly number[] }) =>
  groupClusters(values.map((value, i) => ({ value, clusterKey: String(groups[i]) })))

test.each(fixture.clustered)(
  'on the same resamples the intervals agree with numpy to 1e-9: $kind',
  (oracle) => {
    const clusters = clustersOf(oracle)
    const means = resampledMeans(clusters, replay(oracle.indices), oracle.resamples).sort()
    const tail = expandedTail(clusters.length, 0.95)
    expect(sampleQuantile(means, tail)).toBeCloseTo(oracle.percentile[0] ?? NaN, 9)
    expect(sampleQuantile(means, 1 - tail)).toBeCloseTo(oracle.percentile[1] ?? NaN, 9)
    const bca = bcaInterval(clusters, replay(oracle.indices), oracle.resamples)
    expect(bca.low).toBeCloseTo(oracle.bca[0] ?? NaN, 9)
    expect(bca.high).toBeCloseTo(oracle.bca[1] ?? NaN, 9)
  },
)

test.each(fixture.clustered)('CR2 agrees with its matrix definition to 1e-9: $kind', (oracle) => {
  const interval = cr2Interval(clustersOf(oracle))
  expect(interval.low).toBeCloseTo(oracle.cr2.low, 9)
  expect(interval.high).toBeCloseTo(oracle.cr2.high, 9)
})

test.each(fixture.scipyBca)("BCa agrees with scipy's own on the same resamples to 1e-9", (oracle) => {
  const clusters = groupClusters(oracle.values.map((value) => ({ value })))
  const interval = bcaInterval(clusters, replay(oracle.indices), oracle.resamples)
  expect(interval.low).toBeCloseTo(oracle.low, 9)
  expect(interval.high).toBeCloseTo(oracle.high, 9)
})

test('a mean takes BCa from 10 to 29 clusters, CR2 below and above, and no interval where nothing varies', () => {
  const scores = (n: number) => Array.from({ length: n }, (_, i) => ({ value: (i % 7) / 7 }))
  expect(estimateMean(scores(9)).method).toBe('mean, t 95 %')
  expect(estimateMean(scores(10)).method).toMatch(/^mean, BCa/u)
  expect(estimateMean(scores(29)).method).toMatch(/^mean, BCa/u)
  expect(estimateMean(scores(30)).method).toBe('mean, t 95 %')
  expect(estimateMean([{ value: 0.4 }, { value: 0.4 }])).toMatchObject({
    value: 0.4,
    low: null,
    high: null,
    n: 2,
  })
  expect(estimateMean([{ value: 0.4 }])).toMatchObject({ value: 0.4, low: null, high: null, n: 1 })
  expect(estimateMean([])).toMatchObject({ value: null, n: 0 })
})

test('with a range the interval stays inside it, and is there also where all scores are alike', () => {
  const unit = { low: 0, high: 1 }
  const perfect = estimateMean(
    Array.from({ length: 20 }, () => ({ value: 1 })),
    unit,
  )
  expect(perfect.low).toBeCloseTo(0.05 ** (1 / 20), 10)
  expect(perfect.high).toBe(1)
  const half = estimateMean(
    Array.from({ length: 20 }, () => ({ value: 0.5 })),
    unit,
  )
  expect((half.low ?? NaN) + (half.high ?? NaN)).toBeCloseTo(1, 10)
  const nearTop = Array.from({ length: 30 }, (_, i) => ({ value: i === 0 ? 0.2 : 1 }))
  expect(estimateMean(nearTop, unit).high).toBe(1)
  expect(estimateMean(nearTop).high).toBeGreaterThan(1)
})

const scored = fc.record({
  value: fc.double({ min: 0, max: 1, noNaN: true }),
  clusterKey: fc.option(fc.integer({ min: 1, max: 40 }).map(String), { nil: undefined }),
})

test('the interval of a mean lies around the mean, inside the range', () => {
  fc.assert(
    fc.property(fc.array(scored, { minLength: 1, maxLength: 90 }), (values) => {
      const { value, low, high } = estimateMean(values, { low: 0, high: 1 })
      expect(low).toBeGreaterThanOrEqual(-1e-12)
      expect(high).toBeLessThanOrEqual(1 + 1e-12)
      expect(low).toBeLessThanOrEqual((value ?? NaN) + 1e-12)
      expect(high).toBeGreaterThanOrEqual((value ?? NaN) - 1e-12)
    }),
    { numRuns: 60 },
  )
})
