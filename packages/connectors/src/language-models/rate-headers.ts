import type { RateSignal } from '@assay/core'

type Headers = Readonly<Record<string, string | undefined>>

/** What the rate headers say, or `null` when there are none. OpenAI's and Anthropic's names. */
export function toRateSignal(headers: Headers, nowMs: number): RateSignal | null {
  const remainingRequests = toCount(pick(headers, 'remaining-requests', 'requests-remaining'))
  const remainingTokens = toCount(pick(headers, 'remaining-tokens', 'tokens-remaining'))
  const resets = [
    toResetMs(pick(headers, 'reset-requests', 'requests-reset'), nowMs),
    toResetMs(pick(headers, 'reset-tokens', 'tokens-reset'), nowMs),
  ].filter((value) => value !== null)
  if (remainingRequests === null && remainingTokens === null && resets.length === 0) return null
  return {
    ...(remainingRequests === null ? {} : { remainingRequests }),
    ...(remainingTokens === null ? {} : { remainingTokens }),
    ...(resets.length === 0 ? {} : { resetMs: Math.max(...resets) }),
  }
}

/** Milliseconds to wait from `retry-after-ms`, or `retry-after` in seconds or as a date; `null` without either. */
export function readRetryAfterMs(headers: Headers, nowMs: number): number | null {
  const exact = Number(headers['retry-after-ms'] ?? Number.NaN)
  if (Number.isFinite(exact)) return Math.max(0, exact)
  const header = headers['retry-after']
  if (header === undefined) return null
  const seconds = Number(header)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const date = Date.parse(header)
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs)
}

const pick = (headers: Headers, openAi: string, anthropic: string): string | undefined =>
  headers[`x-ratelimit-${openAi}`] ?? headers[`anthropic-ratelimit-${anthropic}`]

function toCount(text: string | undefined): number | null {
  const value = Number(text ?? Number.NaN)
  return Number.isFinite(value) ? value : null
}

const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** `1s`, `6m0s`, `120ms` (OpenAI), plain seconds (Groq), or a date (Anthropic). */
function toResetMs(text: string | undefined, nowMs: number): number | null {
  if (text === undefined || text === '') return null
  if (Number.isFinite(Number(text))) return Number(text) * 1000
  if (/^(?:[\d.]+(?:ms|s|m|h|d))+$/.test(text))
    return [...text.matchAll(/([\d.]+)(ms|s|m|h|d)/g)].reduce(
      (sum, [, amount, unit]) => sum + Number(amount) * unitMs[unit as keyof typeof unitMs],
      0,
    )
  const date = Date.parse(text)
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs)
}
