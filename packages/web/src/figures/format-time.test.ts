import { describe, expect, it } from 'vitest'
import { formatDuration, formatRelativeTime } from './format-time.ts'

describe('formatRelativeTime', () => {
  const now = Date.parse('2026-03-20T12:00:00Z')
  it('counts in the unit a person would', () => {
    expect(formatRelativeTime('2026-03-20T11:59:40Z', now)).toBe('just now')
    expect(formatRelativeTime('2026-03-20T11:55:00Z', now)).toBe('5 minutes ago')
    expect(formatRelativeTime('2026-03-20T07:00:00Z', now)).toBe('5 hours ago')
    expect(formatRelativeTime('2026-03-19T12:00:00Z', now)).toBe('yesterday')
    expect(formatRelativeTime('2026-03-23T12:00:00Z', now)).toBe('in 3 days')
  })
  it('names the date when it is long ago', () => {
    expect(formatRelativeTime('2026-01-02T12:00:00Z', now)).toBe('2 Jan 2026')
  })
})

it('writes durations as a person reads them', () => {
  expect([240, 1400, 12_000, 112_000, 7_500_000].map(formatDuration)).toEqual([
    '240 ms',
    '1.4 s',
    '12 s',
    '1 min 52 s',
    '2 h 5 min',
  ])
})
