import { describe, expect, it } from 'vitest'
import { formatRelativeTime } from './format-time.ts'

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
