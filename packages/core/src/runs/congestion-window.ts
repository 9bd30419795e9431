import type { Clock } from '../ports/clock.ts'

/** How many requests one side bears at once, and until when it wants none. */
export interface CongestionWindow {
  /** Infinite until it is capped or told to slow down. */
  readonly size: number
  /** Grows with each decrease; requests remember the one they went out in. */
  readonly epoch: number
  /** Monotonic milliseconds. */
  readonly pausedUntil: number
  /** Asked to slow down many times in a row without one answer: waiting longer does not help. */
  readonly isHopeless: boolean
  slowDown(request: {
    readonly epoch: number
    readonly inFlight: number
    readonly retryAfterMs?: number
  }): void
  speedUp(epoch: number): void
}

const firstPauseMs = 500
const longestBackoffMs = 30_000
const hopelessPauseMs = 1000
const hopelessAfter = 12

/** A wait longer than this is not taken: who asks for it fails at once, and so do the calls after it. */
export const longestPauseMs = 300_000

/**
 * Additive increase, multiplicative decrease (Chiu & Jain 1989): one decrease for the requests that were out together. The
 * pause is `Retry-After` and a little jitter, else exponential with full jitter.
 */
export function createCongestionWindow(
  cap: number,
  { clock, random }: { readonly clock: Clock; readonly random: () => number },
): CongestionWindow {
  let size = cap
  let epoch = 0
  let backoffs = 0
  let unanswered = 0
  let pausedUntil = 0
  const isHopeless = (): boolean => unanswered >= hopelessAfter

  const pauseMs = (isFresh: boolean, retryAfterMs: number | undefined): number => {
    if (retryAfterMs !== undefined && retryAfterMs <= longestPauseMs)
      return retryAfterMs + random() * Math.min(1000, retryAfterMs / 10)
    if (!isFresh) return 0
    const longest = isHopeless() ? hopelessPauseMs : longestBackoffMs
    return random() * Math.min(longest, firstPauseMs * 2 ** backoffs)
  }
  return {
    slowDown: ({ epoch: sentIn, inFlight, retryAfterMs }) => {
      const isFresh = sentIn === epoch
      unanswered += 1
      pausedUntil = Math.max(pausedUntil, clock.monotonicMs() + pauseMs(isFresh, retryAfterMs))
      if (!isFresh) return
      epoch += 1
      backoffs += 1
      size = Math.max(1, Math.floor(Math.min(size, inFlight) / 2))
    },
    speedUp: (sentIn) => {
      unanswered = 0
      if (sentIn !== epoch) return
      backoffs = Math.max(0, backoffs - 1)
      if (size < cap) size = Math.min(cap, size + 1 / size)
    },
    get size() {
      return size
    },
    get epoch() {
      return epoch
    },
    get pausedUntil() {
      return pausedUntil
    },
    get isHopeless() {
      return isHopeless()
    },
  }
}
