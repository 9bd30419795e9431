import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import fixture from '../fixtures/distributions.json' with { type: 'json' }
import { binomialCdf, binomialProbability } from './binomial.ts'
import { incompleteBeta, inverseIncompleteBeta } from './incomplete-beta.ts'
import { logGamma } from './log-gamma.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import { studentTQuantile } from './student-t.ts'

/** Relative to the oracle's value, for values down to 1e-300. */
function expectClose(actual: number, expected: number, relative: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.max(Math.abs(expected), 1e-300))
}

describe('agrees with scipy', () => {
  test('log gamma to 1e-13', () => {
    for (const { x, value } of fixture.logGamma) expectClose(logGamma(x), value, 1e-13)
  })
  test('incomplete beta to 1e-9', () => {
    for (const { x, a, b, value } of fixture.incompleteBeta)
      if (value > 1e-290) expectClose(incompleteBeta(x, a, b), value, 1e-9)
  })
  test('inverse incomplete beta to 1e-9', () => {
    for (const { probability, a, b, value } of fixture.inverseIncompleteBeta)
      expectClose(inverseIncompleteBeta(probability, a, b), value, 1e-9)
  })
  test('normal distribution to 1e-12, tails included', () => {
    for (const { x, value } of fixture.normalCdf) expectClose(normalCdf(x), value, 1e-12)
  })
  test('normal quantile to 1e-13', () => {
    for (const { probability, value } of fixture.normalQuantile)
      expect(normalQuantile(probability)).toBeCloseTo(value, 13)
  })
  test('t quantile to 1e-9', () => {
    for (const { probability, degreesOfFreedom, value } of fixture.studentTQuantile)
      expect(Math.abs(studentTQuantile(probability, degreesOfFreedom) - value)).toBeLessThanOrEqual(
        1e-9 * Math.max(1, Math.abs(value)),
      )
  })
  test('binomial distribution and probabilities to 1e-10', () => {
    for (const { k, n, p, value } of fixture.binomialCdf) expect(binomialCdf(k, n, p)).toBeCloseTo(value, 10)
    for (const { k, n, p, value } of fixture.binomialProbability)
      expect(binomialProbability(k, n, p)).toBeCloseTo(value, 10)
  })
})

const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
const shape = fc.double({ min: 1, max: 500, noNaN: true })

test('the inverse of the incomplete beta function undoes it', () => {
  fc.assert(
    fc.property(probability, shape, shape, (p, a, b) => {
      expect(incompleteBeta(inverseIncompleteBeta(p, a, b), a, b)).toBeCloseTo(p, 8)
    }),
  )
})

test('the normal quantile undoes the distribution function', () => {
  fc.assert(
    fc.property(probability, (p) => {
      expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12)
    }),
  )
})

test('outside its domain a quantile is infinite and a distribution function 0 or 1', () => {
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity])
  expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1])
  expect([binomialCdf(-1, 5, 0.5), binomialCdf(5, 5, 0.5)]).toEqual([0, 1])
})
