import { describe, expect, test } from 'vitest'
import { estimateCasesNeeded } from './cases-needed.ts'
import { comparePaired, type Pair } from './compare-paired.ts'
import { compareUnpairedRates } from './compare-unpaired-rates.ts'
import type { MeasuredDifference } from './difference.ts'
import { planCases } from './power/plan-cases.ts'
import { createRandom } from './random.ts'
import { decideVerdict } from './verdict-rule.ts'

const flips = (gained: number, lost: number, n: number): Pair[] =>
  Array.from({ length: n }, (_, index) => ({
    first: Number(index >= gained && index < gained + lost),
    second: Number(index < gained),
  }))
const passes = (count: number, n: number) =>
  Array.from({ length: n }, (_, index) => ({ pass: index < count }))
const neededOf = (pairs: readonly Pair[]) => decideVerdict(comparePaired(pairs)).pairsNeeded

describe('the same number as the plan for 80 % power', () => {
  test('for the observed difference', () => {
    const plan = planCases({ kind: 'paired rates', discordance: 10 / 18 }, { difference: 2 / 18 })
    expect(neededOf(flips(4, 6, 18))).toBe(plan?.cases)
    expect(plan?.cases).toBe(351)
  })

  test('for the margin, where the observed difference is smaller', () => {
    const plan = planCases({ kind: 'paired rates', discordance: 0.1 }, { difference: 0.03 })
    expect(neededOf(flips(5, 5, 100))).toBe(plan?.cases)
    expect(plan?.cases).toBe(870)
  })

  test('for rates of different cases, in each run', () => {
    const compared = decideVerdict(compareUnpairedRates(passes(46, 76), passes(58, 80)))
    const design = { kind: 'unpaired rates', baseline: 46 / 76 } as const
    expect(compared).toMatchObject({ verdict: 'not enough cases to tell', cases: { first: 76, second: 80 } })
    expect(compared.pairsNeeded).toBe(planCases(design, { difference: 58 / 80 - 46 / 76 })?.cases)
  })

  test('for scores, and for clusters by their design effect', () => {
    const scores = Array.from({ length: 40 }, (_, i) => ({
      first: 0.5,
      second: 0.54 + 0.3 * Math.sin(3 * i),
    }))
    const differences = scores.map(({ first, second }) => second - first)
    const mean = differences.reduce((sum, each) => sum + each, 0) / 40
    const spread = Math.sqrt(differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 39)
    const plan = planCases({ kind: 'paired means', standardDeviation: spread }, { difference: mean })
    expect(neededOf(scores)).toBe(plan?.cases)
    const twice = [...scores, ...scores].map((pair, i) => ({ ...pair, clusterKey: String(i % 40) }))
    const needed = neededOf(twice) ?? NaN
    expect(needed / (plan?.cases ?? NaN)).toBeGreaterThan(1.9)
    expect(needed / (plan?.cases ?? NaN)).toBeLessThan(2.2)
  })
})

test('with as many pairs as are said, about four comparisons in five find the difference', () => {
  const needed = neededOf(flips(8, 4, 40)) ?? NaN
  const random = createRandom('cases needed')
  const draw = (): Pair[] =>
    Array.from({ length: needed }, () => {
      const u = random.next()
      return { first: Number(u >= 0.2 && u < 0.3), second: Number(u < 0.2) }
    })
  const found = Array.from({ length: 400 }, () => decideVerdict(comparePaired(draw())).verdict)
  const share = found.filter((verdict) => verdict === 'better').length / found.length
  expect(share).toBeGreaterThan(0.74)
  expect(share).toBeLessThan(0.86)
})

describe('where nothing differs', () => {
  test('it is what the rule itself needs, and not one less', () => {
    const needed = neededOf(flips(0, 0, 50)) ?? NaN
    expect(needed).toBe(125)
    expect(decideVerdict(comparePaired(flips(0, 0, needed))).verdict).toBe('no meaningful difference')
    expect(decideVerdict(comparePaired(flips(0, 0, needed - 1))).verdict).toBe('not enough cases to tell')
  })

  test('of clusters and of different cases likewise', () => {
    const clustered = (n: number) =>
      flips(0, 0, n).map((pair, i) => ({ ...pair, clusterKey: String(i >> 1) }))
    const needed = neededOf(clustered(50)) ?? NaN
    expect(decideVerdict(comparePaired(clustered(needed + 1))).verdict).toBe('no meaningful difference')
    expect(decideVerdict(comparePaired(clustered(needed - 2))).verdict).toBe('not enough cases to tell')
    const apart = (n: number) => decideVerdict(compareUnpairedRates(passes(n, n), passes(n, n)))
    expect(apart(50).pairsNeeded).toBe(125)
    expect(apart(125).verdict).toBe('no meaningful difference')
  })
})

test('under 10 pairs nothing is said', () => {
  expect(neededOf(flips(2, 3, 9))).toBeNull()
  expect(neededOf(flips(0, 0, 1))).toBeNull()
  expect(neededOf(flips(2, 3, 10))).toBeGreaterThan(10)
})

const bare = (low: number, high: number, difference: number): MeasuredDifference => ({
  difference,
  low,
  high,
  pValue: null,
  pairs: 100,
  method: 'test',
})

test('from an interval alone: four times as many halve it, and twice those have 80 % power', () => {
  const fourTimes = 400 * (1 + 0.8416 / 1.96) ** 2
  expect(estimateCasesNeeded(bare(-0.1, 0.3, 0.1), 0.03)).toBe(Math.ceil(fourTimes))
  expect(estimateCasesNeeded(bare(-0.06, 0.06, 0), 0.03)).toBe(Math.ceil(fourTimes))
  expect(estimateCasesNeeded({ ...bare(0, 0, 0), low: null, high: null }, 0.03)).toBeNull()
})

test('it is always more than there are', () => {
  for (let gained = 0; gained <= 12; gained += 1)
    for (let lost = 0; lost <= 12; lost += 1)
      for (const n of [24, 60, 200, 700]) {
        const { verdict, pairsNeeded } = decideVerdict(comparePaired(flips(gained, lost, n)))
        if (verdict === 'not enough cases to tell') expect(pairsNeeded).toBeGreaterThan(n)
      }
})
