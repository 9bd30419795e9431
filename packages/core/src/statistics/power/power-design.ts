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

/** Discordance of two runs that fail independently of each other: the most, unless they avoid each other's failures. */
export const independentDiscordance = (first: number, second: number): number =>
  first * (1 - second) + second * (1 - first)
