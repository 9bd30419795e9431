import type { RateSignal } from '../ports/language-model.ts'

/** What rate headers said is left before the window starts anew. */
export interface RateAllowance {
  /** Milliseconds until a request of so many tokens may go out. */
  delay(tokens: number, now: number): number
  take(tokens: number): void
  learn(signal: RateSignal, now: number, inFlight: number): void
}

const longestWindowMs = 60_000

export function createRateAllowance(): RateAllowance {
  let requestsLeft = Number.POSITIVE_INFINITY
  let tokensLeft = Number.POSITIVE_INFINITY
  let until = 0
  return {
    delay: (tokens, now) => (now < until && (requestsLeft < 1 || tokensLeft < tokens) ? until - now : 0),
    take: (tokens) => {
      requestsLeft -= 1
      tokensLeft -= tokens
    },
    learn: ({ remainingRequests, remainingTokens, resetMs }, now, inFlight) => {
      if (resetMs === undefined) return
      // Others that are out may not be counted yet in what is said to be left.
      const others = Math.max(0, inFlight - 1)
      requestsLeft = (remainingRequests ?? Number.POSITIVE_INFINITY) - others
      tokensLeft = remainingTokens ?? Number.POSITIVE_INFINITY
      until = now + Math.min(resetMs, longestWindowMs)
    },
  }
}
