/** Settings of a betting martingale over values in [0, 1]. */
export interface BettingSettings {
  /** Size of the population that is drawn from without replacement; absent: independent draws. */
  readonly population?: number | undefined
  /** Two-sided error over all looks together. */
  readonly alpha: number
}

/** Which side of the candidate mean the bets are on: `above` gains when the values are larger. */
export type BettingSide = 'above' | 'below'

/** Bets never risk more than this share of what they could lose (Waudby-Smith & Ramdas 2024, §4: c = 1/2). */
const truncation = 0.5

/** The bet before each value, from the values before it: predictable mixture, empirical Bernstein (ibid., eq. 15). */
export function createBets(alpha: number): { next(): number; see(value: number): void } {
  let seen = 0
  let sum = 0
  let squares = 0
  return {
    next() {
      const variance = (0.25 + squares) / (seen + 1)
      const time = seen + 1
      return Math.sqrt((2 * Math.log(2 / alpha)) / (time * Math.log(1 + time) * variance))
    },
    see(value) {
      seen += 1
      sum += value
      squares += (value - Math.min(1, (0.5 + sum) / (seen + 1))) ** 2
    },
  }
}

/** Wealth of a bettor against "the mean is `mean`" on one side; `crossed` once it ever exceeded 2/alpha. */
export interface Capital {
  /** Takes the bet that was made before the value. */
  see(value: number, bet: number): void
  readonly crossed: boolean
}

/**
 * Half the wealth is bet above, half below; a mean is excluded for good when either half exceeds 1/alpha (ibid., eq. 23;
 * running intersection). Without replacement the mean of what is left moves: m_t = (N m − S_{t−1}) / (N − t + 1) (ibid., §5).
 */
export function createCapital(mean: number, side: BettingSide, settings: BettingSettings): Capital {
  const { population, alpha } = settings
  const target = side === 'above' ? mean : 1 - mean
  const limit = Math.log(2 / alpha)
  let logWealth = 0
  let seen = 0
  let sum = 0
  let crossed = false
  return {
    get crossed() {
      return crossed
    },
    see(raw, bet) {
      const value = side === 'above' ? raw : 1 - raw
      const left = population === undefined ? target : (population * target - sum) / (population - seen)
      seen += 1
      sum += value
      if (left > 0) logWealth += Math.log1p(Math.min(bet, truncation / left) * (value - left))
      else if (left === 0) logWealth += Math.log1p(bet * value)
      // The values seen already sum to more than the mean allows.
      const impossible = population !== undefined && sum > population * target * (1 + 1e-12) + 1e-12
      if (impossible || logWealth > limit) crossed = true
    },
  }
}
