import type { Estimate } from '@assay/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatCounted,
  formatPercent,
  formatRate,
  formatScore,
  formatShare,
  formatSureness,
} from './format-figure.ts'

const estimate = (value: number | null, low: number | null, high: number | null, n: number): Estimate => ({
  value,
  low,
  high,
  n,
  method: 'Wilson 95 %',
})

describe('formatRate', () => {
  it('writes the rate with its interval and n', () => {
    expect(formatRate(estimate(0.81, 0.73, 0.87, 100))).toBe('81 % (73–87, n = 100)')
    expect(formatRate(estimate(0.5, null, null, 2000))).toBe('50 % (n = 2,000)')
  })
  it('adds a decimal where the ends of the interval would look the same', () => {
    expect(formatRate(estimate(0.0084, 0.0071, 0.0101, 13_891))).toBe('0.8 % (0.7–1.0, n = 13,891)')
  })
  it('says "not tested" where nothing was', () => {
    expect(formatRate(estimate(null, null, null, 0))).toBe('not tested')
    expect(formatScore(estimate(null, null, null, 0))).toBe('not tested')
  })
  it('writes a score with two decimals', () => {
    expect(formatScore(estimate(0.7, 0.583, 0.8, 64))).toBe('0.70 (0.58–0.80, n = 64)')
  })
})

describe('formatShare', () => {
  it('never rounds to all or none', () => {
    expect(formatPercent(1)).toBe('100 %')
    expect(formatPercent(0)).toBe('0 %')
    expect(formatPercent(0.9999)).toBe('>99.9 %')
    expect(formatPercent(0.996)).toBe('99.6 %')
    expect(formatPercent(0.004)).toBe('0.4 %')
    expect(formatPercent(0.0001)).toBe('<0.1 %')
  })
  it('writes 100 and 0 only for exactly all and none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (passed) => {
        const text = formatShare(passed / 100_000)
        expect(text === '100').toBe(passed === 100_000)
        expect(text === '0').toBe(passed === 0)
      }),
    )
  })
})

it('counts things in words', () => {
  expect(formatCounted(1, 'case')).toBe('1 case')
  expect(formatCounted(1200, 'case')).toBe('1,200 cases')
  expect(formatCounted(2, 'entry', 'entries')).toBe('2 entries')
})

it('says how sure a figure is, without the value', () => {
  expect(formatSureness(estimate(0.81, 0.73, 0.87, 1200))).toBe('73–87, n = 1,200')
  expect(formatSureness(estimate(0.81, null, null, 1200))).toBe('n = 1,200')
})
