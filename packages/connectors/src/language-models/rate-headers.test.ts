import { expect, it } from 'vitest'
import { readRetryAfterMs, toRateSignal } from './rate-headers.ts'

const now = Date.parse('2026-11-23T10:00:00Z')

it("reads OpenAI's headers and durations", () => {
  const headers = {
    'x-ratelimit-remaining-requests': '59',
    'x-ratelimit-remaining-tokens': '149984',
    'x-ratelimit-reset-requests': '120ms',
    'x-ratelimit-reset-tokens': '6m0.5s',
  }
  expect(toRateSignal(headers, now)).toEqual({
    remainingRequests: 59,
    remainingTokens: 149_984,
    resetMs: 360_500,
  })
})

it("reads Anthropic's headers and dates", () => {
  const headers = {
    'anthropic-ratelimit-requests-remaining': '0',
    'anthropic-ratelimit-requests-reset': '2026-11-23T10:00:30Z',
  }
  expect(toRateSignal(headers, now)).toEqual({ remainingRequests: 0, resetMs: 30_000 })
})

it('says nothing without rate headers', () => {
  expect(toRateSignal({ 'content-type': 'application/json' }, now)).toBeNull()
})

it.each([
  [{ 'retry-after': '2' }, 2000],
  [{ 'retry-after-ms': '150', 'retry-after': '1' }, 150],
  [{ 'retry-after': 'Mon, 23 Nov 2026 10:00:05 GMT' }, 5000],
  [{ 'retry-after': 'Mon, 23 Nov 2026 09:00:00 GMT' }, 0],
  [{ 'retry-after': 'soon' }, null],
  [{}, null],
])('reads the wait from %j', (headers, wait) => {
  expect(readRetryAfterMs(headers, now)).toBe(wait)
})
