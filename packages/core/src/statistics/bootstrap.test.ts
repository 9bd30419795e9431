import { expect, test } from 'vitest'
import { expandedTail, resampledMeans, type DrawIndex } from './cluster-bootstrap.ts'
import { bcaInterval, cr2Interval, estimateMean } from './estimate-mean.ts'
import fixture from './fixtures/bootstraps.json' with { type: 'json' }
import { groupClusters } from './group-clusters.ts'
import { sampleQuantile } from './sample-quantile.ts'

const replay = (indices: readonly number[]): DrawIndex => {
  let next = 0
  return () => {
    next += 1
    return indices[next - 1] ?? NaN
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

test('a mean takes BCa below 30 clusters, CR2 from 30, and no interval where nothing varies', () => {
  const scores = (n: number) => Array.from({ length: n }, (_, i) => ({ value: (i % 7) / 7 }))
  expect(estimateMean(scores(29)).method).toMatch(/^mean, BCa/u)
  expect(estimateMean(scores(30)).method).toMatch(/CR2/u)
  expect(estimateMean([{ value: 0.4 }, { value: 0.4 }])).toMatchObject({
    value: 0.4,
    low: null,
    high: null,
    n: 2,
  })
  expect(estimateMean([{ value: 0.4 }])).toMatchObject({ value: 0.4, low: null, high: null, n: 1 })
  expect(estimateMean([])).toMatchObject({ value: null, n: 0 })
})
