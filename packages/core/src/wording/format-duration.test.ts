import { expect, it } from 'vitest'
import { formatDuration, formatDurationEstimate } from './format-duration.ts'

it.each([
  [0, '0 ms'],
  [3.24, '3.2 ms'],
  [240, '240 ms'],
  [999.4, '999 ms'],
  [999.6, '1.0 s'],
  [1_400, '1.4 s'],
  [9_960, '10 s'],
  [59_400, '59 s'],
  [59_700, '1 min'],
  [112_000, '1 min 52 s'],
  [7_500_000, '2 h 5 min'],
])('writes %d ms as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})

it('writes a shared unit once, and an open end as "at least"', () => {
  const estimate = (low: number | null, high: number | null) => ({
    value: 1400,
    low,
    high,
    n: 80,
    method: '',
  })
  expect(formatDurationEstimate(estimate(1200, 1700))).toBe('1.4 s (1.2–1.7 s, n = 80)')
  expect(formatDurationEstimate(estimate(900, 1700))).toBe('1.4 s (900 ms – 1.7 s, n = 80)')
  expect(formatDurationEstimate(estimate(1200, null))).toBe('1.4 s (at least 1.2 s, n = 80)')
})
