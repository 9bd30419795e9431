import { expect, test } from 'vitest'
import fixture from '../fixtures/calibration.json' with { type: 'json' }
import { estimateBrier, estimateCalibration } from './estimate-calibration.ts'

test('Brier agrees with scikit-learn, the calibration error and its bins with numpy and scikit-learn, to 1e-12', () => {
  for (const oracle of fixture.curves) {
    const predictions = oracle.probability.map((probability, i) => ({
      probability,
      pass: oracle.pass[i] ?? false,
    }))
    expect(estimateBrier(predictions).value).toBeCloseTo(oracle.brier, 12)
    const calibration = estimateCalibration(predictions)
    expect(calibration?.expectedError).toBeCloseTo(oracle.ece, 12)
    for (const [i, { meanProbability, rate }] of (calibration?.reliability ?? []).entries()) {
      expect(meanProbability).toBeCloseTo(oracle.means[i] ?? NaN, 12)
      expect(rate.value).toBeCloseTo(oracle.rates[i] ?? NaN, 12)
    }
    expect(calibration?.reliability).toHaveLength(10)
  }
})

test('under 200 cases there is no calibration error', () => {
  const predictions = Array.from({ length: 199 }, (_, i) => ({ probability: i / 199, pass: i % 2 === 0 }))
  expect(estimateCalibration(predictions)).toBeNull()
})

test('equal probabilities stay in one bin, whatever the order of the rows', () => {
  const predictions = Array.from({ length: 300 }, (_, i) => ({
    probability: i % 3 === 0 ? 0.5 : 0.9,
    pass: i % 2 === 0,
  }))
  const forward = estimateCalibration(predictions)
  expect(forward?.reliability.map(({ rate }) => rate.n)).toEqual([100, 200])
  expect(estimateCalibration(predictions.toReversed())?.expectedError).toBeCloseTo(
    forward?.expectedError ?? NaN,
    12,
  )
})
