import { expect, it } from 'vitest'
import { formatSureness } from './format-figure.ts'

it('says how sure a figure is, without the value', () => {
  const estimate = { value: 0.81, low: 0.73, high: 0.87, n: 1200, method: 'Wilson 95 %' }
  expect(formatSureness(estimate)).toBe('73–87, n = 1,200')
  expect(formatSureness({ ...estimate, low: null, high: null })).toBe('n = 1,200')
})
