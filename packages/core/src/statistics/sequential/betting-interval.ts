import type { Interval } from '../estimate.ts'
import { createBets, createCapital, type BettingSettings, type BettingSide } from './betting-capital.ts'

/**
 * Betting confidence sequence for the mean of values in [0, 1] (Waudby-Smith & Ramdas 2024, JRSS B 86:1–27), as it
 * stands after the last value: valid at every look, whenever one stops. With `population` the values are a random
 * order of it, drawn without replacement, and the mean is that of the whole population.
 *
 * The wealth falls monotonically in the candidate mean, so each end is found by bisection, to 1e-9.
 */
export function bettingInterval(
  values: readonly number[],
  settings: BettingSettings = { alpha: 0.05 },
): Interval {
  const betList = betsBefore(values, settings.alpha)
  const isOut = (mean: number, side: BettingSide): boolean => {
    const capital = createCapital(mean, side, settings)
    for (const [index, value] of values.entries()) {
      capital.see(value, betList[index] ?? 0)
      if (capital.crossed) return true
    }
    return false
  }
  return {
    low: lastExcluded((mean) => isOut(mean, 'above')),
    high: 1 - lastExcluded((distance) => isOut(1 - distance, 'below')),
  }
}

function betsBefore(values: readonly number[], alpha: number): Float64Array {
  const bets = createBets(alpha)
  return Float64Array.from(values, (value) => {
    const bet = bets.next()
    bets.see(value)
    return bet
  })
}

/** Where a condition that holds from 0 on stops holding; 0 if it does not hold at 0. */
function lastExcluded(isOut: (x: number) => boolean): number {
  if (!isOut(0)) return 0
  let low = 0
  let high = 1
  while (high - low > 1e-9) {
    const middle = (low + high) / 2
    if (isOut(middle)) low = middle
    else high = middle
  }
  return low
}
