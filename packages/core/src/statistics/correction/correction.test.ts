import { describe, expect, test } from 'vitest'
import fixture from '../fixtures/correction.json' with { type: 'json' }
import { correctByOutsideLabels, langReiczigel } from './correct-by-outside-labels.ts'
import { correctByRunLabels, predictionPowered } from './correct-by-run-labels.ts'
import type { JudgedLabel } from './judge-labels.ts'

describe('oracles', () => {
  test('PPI++ agrees with ppi_py to 1e-9, weights included', () => {
    for (const oracle of fixture.predictionPowered) {
      const labelled = oracle.label.map((label, i) => ({
        label: label === 1,
        judged: oracle.judged[i] === 1,
        weight: oracle.weight[i],
      }))
      const found = predictionPowered(
        labelled,
        oracle.unlabelled.map((judged) => ({ judged: judged === 1 })),
      )
      expect(found.value).toBeCloseTo(oracle.value, 9)
      expect(found.low).toBeCloseTo(oracle.low, 9)
      expect(found.high).toBeCloseTo(oracle.high, 9)
    }
  })
  test("Lang–Reiczigel agrees with the equations of the authors' script to 1e-12", () => {
    for (const oracle of fixture.langReiczigel) {
      const { low, high } = langReiczigel({
        rate: { value: oracle.passes / oracle.n, n: oracle.n },
        sensitivity: { value: oracle.truePositives / oracle.positives, n: oracle.positives },
        specificity: { value: oracle.trueNegatives / oracle.negatives, n: oracle.negatives },
      })
      expect(low).toBeCloseTo(oracle.low, 12)
      expect(high).toBeCloseTo(oracle.high, 12)
    }
  })
})

const repeat = (label: boolean, judged: boolean, times: number): JudgedLabel[] =>
  Array.from({ length: times }, () => ({ label, judged }))

const labelsOf = (sensitivity: number, specificity: number, each = 100): JudgedLabel[] => [
  ...repeat(true, true, Math.round(sensitivity * each)),
  ...repeat(true, false, Math.round((1 - sensitivity) * each)),
  ...repeat(false, false, Math.round(specificity * each)),
  ...repeat(false, true, Math.round((1 - specificity) * each)),
]

const verdicts = (passes: number, n: number) => Array.from({ length: n }, (_, i) => ({ pass: i < passes }))

test('a known judge error is taken out', () => {
  const corrected = correctByOutsideLabels(verdicts(150, 250), labelsOf(0.9, 0.8))
  expect(corrected).toMatchObject({ kind: 'corrected', estimate: { n: 250 } })
  if (corrected.kind === 'corrected') expect(corrected.estimate.value).toBeCloseTo((0.6 - 0.2) / 0.7, 12)
})

test('under 50 labels of either kind: refused, with a range that holds the corrected rate', () => {
  const refused = correctByOutsideLabels(verdicts(150, 250), labelsOf(0.9, 0.8, 40))
  expect(refused).toMatchObject({
    kind: 'refused',
    reason: 'too few labels',
    judge: { positives: 40, negatives: 40 },
  })
  if (refused.kind === 'refused') {
    expect(refused.range.low).toBeLessThan(0.4 / 0.7)
    expect(refused.range.high).toBeGreaterThan(0.4 / 0.7)
    expect(refused.range.low).toBeGreaterThan(0)
  }
})

test('a judge little better than chance: refused by both corrections, with a wide range', () => {
  const labels = labelsOf(0.6, 0.55)
  expect(correctByOutsideLabels(verdicts(150, 250), labels)).toMatchObject({
    kind: 'refused',
    reason: 'judge too weak',
    range: { low: 0, high: 1 },
  })
  expect(correctByRunLabels(labels, [])).toMatchObject({ kind: 'refused', reason: 'judge too weak' })
})

test('labels from the run: clusters widen the interval; without unlabelled cases it is the rate of the labels', () => {
  const labelled = labelsOf(0.9, 0.85)
  const unlabelled = Array.from({ length: 800 }, (_, i) => ({ judged: i % 3 > 0 }))
  const width = (found: ReturnType<typeof correctByRunLabels>): number =>
    found.kind === 'corrected' ? (found.estimate.high ?? NaN) - (found.estimate.low ?? NaN) : NaN
  const plain = correctByRunLabels(labelled, unlabelled)
  const clustered = correctByRunLabels(
    labelled.map((label, i) => ({ ...label, clusterKey: `c${i >> 3}` })),
    unlabelled,
  )
  expect(width(clustered)).toBeGreaterThan(width(plain))
  const alone = correctByRunLabels(labelled, [])
  expect(alone).toMatchObject({ kind: 'corrected', estimate: { value: 0.5, n: 200 } })
  expect(width(alone)).toBeGreaterThan(width(plain))
})

test('labels of a part and verdicts on all: the same rate, and an interval no wider than a power tuned for rows apart', () => {
  const all = Array.from({ length: 400 }, (_, i) => ({
    label: i % 2 === 0,
    judged: i % 10 < 2 ? i % 3 === 0 : i % 2 === 0,
    clusterKey: `${i}`,
  }))
  const labelled = all.filter((_, i) => i % 3 < 2)
  const apart = predictionPowered(labelled, all)
  const within = correctByRunLabels(labelled, all, 'all')
  expect(within).toMatchObject({ kind: 'corrected', estimate: { n: 400 } })
  if (within.kind === 'refused') return
  const width = ({ low, high }: typeof apart): number => (high ?? NaN) - (low ?? NaN)
  expect(width(within.estimate)).toBeLessThan(width(apart))
  expect(Math.abs((within.estimate.value ?? NaN) - 0.5)).toBeLessThan(0.05)
})
