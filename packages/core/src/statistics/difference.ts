import type { PowerDesign } from './power/power-design.ts'

/** What two runs differ by, second minus first: the input of the one verdict rule. */
export interface MeasuredDifference {
  /** null: not tested (no pair, or no case in one of the runs). */
  readonly difference: number | null
  /** Ends of the 95 % interval; null when there are too few cases for one. */
  readonly low: number | null
  readonly high: number | null
  /** Two-sided p-value against "no difference"; for several gates, adjust with `adjustHolm`. */
  readonly pValue: number | null
  /** Unpaired: cases of the smaller run. */
  readonly pairs: number
  /** Unpaired: cases of each run. */
  readonly cases?: { readonly first: number; readonly second: number } | undefined
  readonly method: string
  /** What plans how many cases would tell; absent: only the interval does. */
  readonly variation?: Variation | undefined
}

/** How much the cases vary, as it was seen. */
export interface Variation {
  readonly design: PowerDesign
  readonly designEffect: number
}

export const differenceNotTested: MeasuredDifference = {
  difference: null,
  low: null,
  high: null,
  pValue: null,
  pairs: 0,
  method: 'not tested',
}
