import type { Interval } from './estimate.ts'
import { normalQuantile } from './distributions/normal.ts'

/** Wilson's score interval for a rate (Wilson 1927). `n` may be an effective, non-integer number of cases. */
export function wilsonInterval(rate: number, n: number, confidence = 0.95): Interval {
  const z2 = normalQuantile((1 + confidence) / 2) ** 2
  const centre = rate + z2 / (2 * n)
  const reach = Math.sqrt((z2 * rate * (1 - rate)) / n + z2 ** 2 / (4 * n ** 2))
  const scale = 1 + z2 / n
  return {
    low: rate === 0 ? 0 : Math.max(0, (centre - reach) / scale),
    high: rate === 1 ? 1 : Math.min(1, (centre + reach) / scale),
  }
}
