/** A token bucket over one minute. */
export interface RateBucket {
  /** Milliseconds until `amount` may be taken. */
  delay(amount: number, now: number): number
  /** Takes, also below zero; a negative amount gives back. */
  take(amount: number, now: number): void
}

const minuteMs = 60_000

/**
 * Bursts of a tenth of the cap, the rest evenly, so that no window of one minute sees more than the cap. An amount larger
 * than the burst goes when the bucket is full and is paid off afterwards. Without a cap nothing ever waits.
 */
export function createRateBucket(perMinute: number | undefined): RateBucket {
  if (perMinute === undefined) return { delay: () => 0, take: () => {} }
  const burst = Math.max(1, perMinute / 10)
  const perMs = Math.max(perMinute - burst, perMinute / 2) / minuteMs
  let level = burst
  let at: number | null = null

  const refill = (now: number): void => {
    if (at !== null) level = Math.min(burst, level + (now - at) * perMs)
    at = now
  }
  return {
    delay: (amount, now) => {
      refill(now)
      const missing = Math.min(amount, burst) - level
      // Less than a millionth is rounding, not a wait.
      return missing <= 1e-6 ? 0 : missing / perMs
    },
    take: (amount, now) => {
      refill(now)
      level -= amount
    },
  }
}
