import { describe, expect, test } from 'vitest'
import { normalQuantile } from '../distributions/normal.ts'
import fixture from '../fixtures/agreement.json' with { type: 'json' }
import { estimateAuc, measureAuc } from './estimate-auc.ts'
import { estimateFleissKappa, estimateKrippendorffAlpha } from './many-raters.ts'
import { estimateKendall, estimateSpearman } from './rank-correlation.ts'
import { cohenKappa, estimateAgreement, gwetAc1 } from './two-raters.ts'

const asText = (items: readonly (readonly number[])[]) => items.map((item) => item.map(String))

describe('oracles', () => {
  test("Cohen's kappa agrees with scikit-learn and statsmodels, AC1 with its equations, to 1e-12", () => {
    for (const oracle of fixture.pairs) {
      const pairs = oracle.first.map((first, i) => ({
        first: String(first),
        second: String(oracle.second[i]),
      }))
      const value = (weights: 'none' | 'linear' | 'quadratic') =>
        estimateAgreement(pairs, { weights }).kappa.value
      expect(value('none')).toBeCloseTo(oracle.none, 12)
      expect(value('none')).toBeCloseTo(oracle.statsmodels, 12)
      expect(value('linear')).toBeCloseTo(oracle.linear, 12)
      expect(value('quadratic')).toBeCloseTo(oracle.quadratic, 12)
      expect(estimateAgreement(pairs).ac1.value).toBeCloseTo(oracle.ac1, 12)
    }
  })
  test("kappa and AC1 agree with R's published example to the digits printed", () => {
    for (const { table, kappa, ac1 } of fixture.published) {
      expect(cohenKappa(table, 3)).toBeCloseTo(kappa, 7)
      expect(gwetAc1(table, 3)).toBeCloseTo(ac1, 7)
    }
  })
  test("Fleiss' kappa agrees with statsmodels to 1e-12", () => {
    for (const { items, value } of fixture.fleiss)
      expect(estimateFleissKappa(asText(items))?.value).toBeCloseTo(value, 12)
  })
  test("Krippendorff's alpha agrees with the package krippendorff to 1e-12, missing ratings included", () => {
    for (const { items, ...values } of fixture.alpha)
      for (const level of ['nominal', 'ordinal', 'interval'] as const)
        expect(estimateKrippendorffAlpha(asText(items), level).value).toBeCloseTo(values[level], 12)
  })
  test('rank correlations agree with scipy to 1e-12, ties included', () => {
    for (const { first, second, spearman, kendall } of fixture.ranks) {
      const pairs = first.map((x, i) => ({ first: x, second: second[i] ?? NaN }))
      expect(estimateSpearman(pairs).value).toBeCloseTo(spearman, 12)
      expect(estimateKendall(pairs).value).toBeCloseTo(kendall, 12)
    }
  })
  test('AUC agrees with scikit-learn, its interval with DeLong by definition, to 1e-12', () => {
    for (const oracle of fixture.auc) {
      const found = plainDeLong(scored(oracle))
      expect(found.value).toBeCloseTo(oracle.value, 12)
      expect(found.low).toBeCloseTo(oracle.low, 12)
      expect(found.high).toBeCloseTo(oracle.high, 12)
    }
  })
  test("the DeLong interval agrees with what R's pROC prints, to 4 digits", () => {
    for (const oracle of fixture.publishedAuc) {
      const found = plainDeLong(scored(oracle))
      expect(found.value).toBeCloseTo(oracle.value, 3)
      expect(found.low).toBeCloseTo(oracle.low, 4)
      expect(found.high).toBeCloseTo(oracle.high, 4)
    }
  })
})

const scored = ({ positives, negatives }: { positives: readonly number[]; negatives: readonly number[] }) => [
  ...positives.map((score) => ({ score, positive: true })),
  ...negatives.map((score) => ({ score, positive: false })),
]

/** The interval on the plain scale, as the oracles have it. */
function plainDeLong(cases: Parameters<typeof measureAuc>[0]) {
  const { auc, variance } = measureAuc(cases) ?? { auc: NaN, variance: NaN }
  const reach = normalQuantile(0.975) * Math.sqrt(variance)
  return { value: auc, low: Math.max(0, auc - reach), high: Math.min(1, auc + reach) }
}

const repeat = (first: string, second: string, times: number) =>
  Array.from({ length: times }, () => ({ first, second }))

test('a rare category: kappa falls, AC1 does not, and prevalence says why', () => {
  const pairs = [...repeat('pass', 'pass', 90), ...repeat('pass', 'fail', 5), ...repeat('fail', 'pass', 5)]
  const { observed, kappa, ac1, prevalence } = estimateAgreement(pairs)
  expect(observed.value).toBe(0.9)
  expect(kappa.value).toBeLessThan(0)
  expect(ac1.value).toBeGreaterThan(0.85)
  expect(prevalence.find(({ category }) => category === 'fail')).toEqual({
    category: 'fail',
    first: 0.05,
    second: 0.05,
  })
})

test('intervals hold the value, widen with clusters, and are absent where nothing can be said', () => {
  const pairs = [
    ...repeat('a', 'a', 30),
    ...repeat('a', 'b', 8),
    ...repeat('b', 'b', 30),
    ...repeat('b', 'a', 6),
  ]
  const plain = estimateAgreement(pairs).kappa
  const clustered = estimateAgreement(pairs.map((pair, i) => ({ ...pair, clusterKey: `c${i >> 3}` }))).kappa
  const width = ({ low, high }: typeof plain) => (high ?? NaN) - (low ?? NaN)
  expect(plain.low).toBeLessThan(plain.value ?? NaN)
  expect(width(clustered)).toBeGreaterThan(width(plain))
  expect(estimateAgreement(repeat('a', 'a', 5)).kappa).toMatchObject({ value: null, low: null, n: 5 })
  expect(estimateAgreement([])).toMatchObject({ kappa: { n: 0 }, ac1: { value: null } })
})

test('Fleiss refuses uneven ratings, Krippendorff leaves items with one rating out', () => {
  expect(estimateFleissKappa([['a', 'b'], ['a']])).toBeNull()
  const alpha = estimateKrippendorffAlpha([['a', 'a'], ['b', 'b'], ['a'], ['a', 'b']], 'nominal')
  expect(alpha.n).toBe(3)
})

test('a score that parts the groups wholly has an AUC of 1 and no interval; one group alone is not tested', () => {
  const cases = [1, 2, 3, 4].map((score) => ({ score, positive: score > 2 }))
  expect(estimateAuc(cases)).toMatchObject({ value: 1, low: null, high: null })
  expect(estimateAuc(cases.slice(0, 2)).value).toBeNull()
})

test('rank correlations of a side that does not vary are undefined', () => {
  const flat = [1, 2, 3].map((first) => ({ first, second: 1 }))
  expect(estimateSpearman(flat)).toMatchObject({ value: null, n: 3 })
  expect(estimateKendall(flat)).toMatchObject({ value: null, n: 3 })
})

test('agreement as by chance is 0, not what rounding leaves of it', () => {
  const counts = { aa: 1, ab: 2, ba: 8, bb: 7 }
  const pairs = Object.entries(counts).flatMap(([[first = '', second = ''], count]) =>
    Array.from({ length: count }, () => ({ first, second })),
  )
  expect(Math.abs(gwetAc1([1, 2, 8, 7], 2))).toBeGreaterThan(0)
  expect(estimateAgreement(pairs).ac1.value).toBe(0)
})

test('a bootstrap over clusters is named only where there are any', () => {
  const pairs = Array.from({ length: 40 }, (_, i) => ({
    first: i % 2 ? 'a' : 'b',
    second: i % 3 ? 'a' : 'b',
  }))
  expect(estimateAgreement(pairs).kappa.method).toBe("Cohen's kappa, bootstrap 95 %")
  const clustered = pairs.map((pair, i) => ({ ...pair, clusterKey: String(i >> 1) }))
  expect(estimateAgreement(clustered).kappa.method).toBe("Cohen's kappa, cluster bootstrap 95 %")
})

test('a pair that stands for three counts like three, in the value if not in what is known', () => {
  const pairs = Array.from({ length: 60 }, (_, index) => ({
    first: index % 3 === 0 ? 'right' : 'wrong',
    second: index % 4 === 0 ? 'right' : 'wrong',
    clusterKey: `${index}`,
  }))
  const weightOf = (index: number): number => (index % 5 === 0 ? 3 : 1)
  const weighted = estimateAgreement(pairs.map((pair, index) => ({ ...pair, weight: weightOf(index) })))
  const repeated = estimateAgreement(
    pairs.flatMap((pair, index) => Array.from({ length: weightOf(index) }, () => pair)),
  )
  for (const figure of ['observed', 'kappa', 'ac1'] as const)
    expect(weighted[figure].value).toBeCloseTo(repeated[figure].value ?? NaN, 12)
  expect(weighted.prevalence[0]?.first).toBeCloseTo(repeated.prevalence[0]?.first ?? NaN, 12)
  expect(weighted.kappa.n).toBe(60)
})

test('an AUC of cases that share a cluster has no interval', () => {
  const cases = Array.from({ length: 40 }, (_, index) => ({
    score: (index * 7) % 11,
    positive: index % 2 === 0,
  }))
  expect(estimateAuc(cases).low).not.toBeNull()
  const paired = estimateAuc(cases.map((each, index) => ({ ...each, clusterKey: `${index >> 1}` })))
  expect(paired).toMatchObject({ value: estimateAuc(cases).value, low: null, high: null, clusters: 20 })
})
