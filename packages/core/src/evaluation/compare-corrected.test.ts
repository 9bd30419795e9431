import type { JudgeCorrection } from '@assay/contracts'
import { expect, it } from 'vitest'
import { compareUnpairedRates } from '../statistics/compare-unpaired-rates.ts'
import { estimateRate } from '../statistics/estimate-rate.ts'
import { compareCorrected } from './compare-corrected.ts'

const outcomes = (passes: number, n: number) =>
  Array.from({ length: n }, (_, index) => ({ pass: index < passes }))
const corrected = (passes: number, n: number): JudgeCorrection => ({
  from: 'this run',
  right: 60,
  wrong: 60,
  estimate: estimateRate({ outcomes: outcomes(passes, n) }),
  refusal: null,
  range: null,
})

it("joins the two intervals as Newcombe's method does for plain rates", () => {
  const plain = compareUnpairedRates(outcomes(50, 100), outcomes(80, 120))
  const difference = compareCorrected(corrected(50, 100), corrected(80, 120), 0.03)?.difference
  expect(difference?.difference).toBeCloseTo(plain.difference ?? NaN, 12)
  expect(difference?.low).toBeCloseTo(plain.low ?? NaN, 12)
  expect(difference?.high).toBeCloseTo(plain.high ?? NaN, 12)
  expect(difference?.verdict).toBe('better')
})

it('is not made where one of the runs is not corrected, and is nothing without labels', () => {
  const refused: JudgeCorrection = { ...corrected(1, 2), estimate: null, refusal: 'too few labels' }
  expect(compareCorrected(corrected(50, 100), refused, 0.03)?.difference).toBeNull()
  expect(compareCorrected(corrected(50, 100), null, 0.03)).toMatchObject({ b: null, difference: null })
  expect(compareCorrected(null, null, 0.03)).toBeNull()
})
