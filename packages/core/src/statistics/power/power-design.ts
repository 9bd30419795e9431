/** What is compared, and what must be known or guessed of it before the cases are there. */
export type PowerDesign =
  /** Two runs over the same cases, yes/no. `discordance`: share of cases on which they differ, either way. */
  | { readonly kind: 'paired rates'; readonly discordance: number }
  /** Two runs over different cases, yes/no. `baseline`: rate of the first. */
  | { readonly kind: 'unpaired rates'; readonly baseline: number }
  /** `standardDeviation` of the per-case differences. */
  | { readonly kind: 'paired means'; readonly standardDeviation: number }
  /** `standardDeviation` of the scores within a run. */
  | { readonly kind: 'unpaired means'; readonly standardDeviation: number }

export interface PowerSettings {
  /** Two-sided error; 0.05 unless given. */
  readonly alpha?: number | undefined
  /** Cases tell 1 / design effect as much as independent ones; 1 unless given. */
  readonly designEffect?: number | undefined
  /** US dollars for one case in one run. */
  readonly costPerCaseUsd?: number | undefined
}

/**
 * A paired design of which only the rate of the first run is known: how often the runs differ changes with the
 * difference, which stays between `low` and `high`.
 */
export interface DesignByDifference {
  readonly at: (difference: number) => PowerDesign
  readonly low: number
  readonly high: number
}

/**
 * Discordance of two runs of these rates that fail independently of each other: an assumption, and no bound. Runs can
 * differ on anything from |first − second|, where one passes all that the other does, to
 * min(first + second, 2 − first − second), where they share as few passes or failures as they can.
 */
export const independentDiscordance = (first: number, second: number): number =>
  first * (1 - second) + second * (1 - first)
