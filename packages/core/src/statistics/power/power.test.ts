import { describe, expect, test } from 'vitest'
import { noncentralTCdf } from '../distributions/noncentral-t.ts'
import fixture from '../fixtures/power.json' with { type: 'json' }
import { estimatePassAtK, estimatePassHatK, passAtK, passHatK } from '../pass-at-k.ts'
import { computePower } from './compute-power.ts'
import { findDetectableEffect, planCases } from './plan-cases.ts'
import { independentDiscordance } from './power-design.ts'

const meansOf = (kind: 'paired means' | 'unpaired means') => ({ kind, standardDeviation: 1 }) as const

describe('oracles', () => {
  test('noncentral t agrees with scipy to 1e-9', () => {
    for (const { t, df, nc, value } of fixture.noncentralT)
      expect(noncentralTCdf(t, df, nc)).toBeCloseTo(value, 9)
  })
  test('power and sample size of means agree with statsmodels: to 1e-8, and to the next whole case', () => {
    for (const { effect, cases, paired, unpaired } of fixture.means) {
      expect(computePower(meansOf('paired means'), { cases, difference: effect })).toBeCloseTo(paired, 8)
      expect(computePower(meansOf('unpaired means'), { cases, difference: effect })).toBeCloseTo(unpaired, 8)
    }
    for (const { effect, paired, unpaired } of fixture.sizes) {
      expect(planCases(meansOf('paired means'), { difference: effect })?.cases).toBe(Math.ceil(paired))
      expect(planCases(meansOf('unpaired means'), { difference: effect })?.cases).toBe(Math.ceil(unpaired))
    }
  })
  test('sample size of unpaired rates agrees with statsmodels to the next whole case', () => {
    for (const { baseline, difference, power, cases } of fixture.unpairedRates)
      expect(planCases({ kind: 'unpaired rates', baseline }, { difference, power })?.cases).toBe(
        Math.ceil(cases),
      )
  })
  test('power of paired rates agrees with the exact power of mid-P McNemar to 2 points', () => {
    for (const { discordance, difference, cases, exact } of fixture.mcnemar) {
      const power = computePower({ kind: 'paired rates', discordance }, { cases, difference }) ?? NaN
      expect(Math.abs(power - exact)).toBeLessThan(0.02)
    }
  })
  test('pass@k and pass^k agree with the published formula to 1e-12', () => {
    for (const { n, c, k, any, all } of fixture.passAtK) {
      expect(passAtK({ attempts: n, passes: c }, k)).toBeCloseTo(any, 12)
      expect(passHatK({ attempts: n, passes: c }, k)).toBeCloseTo(all, 12)
    }
  })
})

test('3 points at 80 % power: cases, answers and cost', () => {
  const plan = planCases(
    { kind: 'paired rates', discordance: 0.1 },
    { difference: 0.03 },
    { costPerCaseUsd: 0.002 },
  )
  expect(plan?.cases).toBe(870)
  expect(plan).toMatchObject({ answers: 1740, costUsd: 3.48 })
  expect(plan?.power).toBeGreaterThanOrEqual(0.8)
})

test('clustered cases: the design effect multiplies what is needed', () => {
  const design = { kind: 'paired rates', discordance: 0.1 } as const
  const plain = planCases(design, { difference: 0.03 })?.cases ?? NaN
  const clustered = planCases(design, { difference: 0.03 }, { designEffect: 2 })?.cases ?? NaN
  expect(Math.abs(clustered - 2 * plain)).toBeLessThanOrEqual(2)
})

test('the detectable effect is the difference that the planned cases find', () => {
  for (const design of [
    { kind: 'paired rates', discordance: 0.2 },
    { kind: 'unpaired rates', baseline: 0.7 },
    { kind: 'paired means', standardDeviation: 0.4 },
    { kind: 'unpaired means', standardDeviation: 0.4 },
  ] as const) {
    const cases = planCases(design, { difference: 0.05 })?.cases ?? NaN
    const { rise } = findDetectableEffect(design, { cases })
    expect(rise).toBeLessThanOrEqual(0.05)
    expect(rise).toBeGreaterThan(0.0495)
  }
})

test('what cannot be is null, not a number', () => {
  expect(
    computePower({ kind: 'paired rates', discordance: 0.02 }, { cases: 500, difference: 0.03 }),
  ).toBeNull()
  expect(planCases({ kind: 'unpaired rates', baseline: 0.99 }, { difference: 0.03 })).toBeNull()
  expect(planCases({ kind: 'unpaired rates', baseline: 0.5 }, { difference: 0 })).toBeNull()
  expect(findDetectableEffect({ kind: 'unpaired rates', baseline: 0.98 }, { cases: 50 }).rise).toBeNull()
  expect(findDetectableEffect({ kind: 'paired rates', discordance: 0.3 }, { cases: 3 })).toEqual({
    rise: null,
    fall: null,
  })
})

test('independent runs differ on what one passes and the other fails, and not on the most there can be', () => {
  expect(independentDiscordance(0.8, 0.8)).toBeCloseTo(0.32, 12)
  expect(independentDiscordance(0.8, 0.83)).toBeLessThan(2 - 0.8 - 0.83)
})

test('a design that changes with the difference: each end is found under the design it has there', () => {
  const at = (difference: number) =>
    ({ kind: 'paired rates', discordance: independentDiscordance(0.8, 0.8 + difference) }) as const
  const { rise, fall } = findDetectableEffect({ at, low: -0.79, high: 0.19 }, { cases: 400 })
  for (const difference of [rise ?? NaN, fall ?? NaN])
    expect(computePower(at(difference), { cases: 400, difference })).toBeCloseTo(0.8, 6)
  expect(rise).toBeLessThan(-(fall ?? NaN))
  expect(findDetectableEffect({ at, low: -0.8, high: 0.01 }, { cases: 400 }).rise).toBeNull()
})

test('pass@k over cases: too few attempts are left out of n', () => {
  const tallies = [
    { attempts: 5, passes: 5 },
    { attempts: 5, passes: 0 },
    { attempts: 5, passes: 3 },
    { attempts: 1, passes: 1 },
  ]
  expect(estimatePassAtK(tallies, 2)).toMatchObject({ n: 3 })
  expect(estimatePassAtK(tallies, 2).value).toBeCloseTo((1 + 0 + 0.9) / 3, 12)
  expect(estimatePassHatK(tallies, 2).value).toBeCloseTo((1 + 0 + 0.3) / 3, 12)
  expect(passAtK({ attempts: 1, passes: 1 }, 2)).toBeNull()
})
