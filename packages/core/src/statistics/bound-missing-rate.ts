import type { Estimate, Interval, Outcome } from './estimate.ts'
import { estimateRate } from './estimate-rate.ts'

/** A case whose verdict is not there: not judged, or an error. */
export type MissingOutcome = Omit<Outcome, 'pass'>

export interface MissingBounds {
  /** The rate if all missing verdicts were fails, and if all were passes (Manski 1989). */
  readonly ifAllFail: Estimate
  readonly ifAllPass: Estimate
  /**
   * From the lower end of the one interval to the upper end of the other: holds the rate of all cases at 95 % or
   * more, whatever made the verdicts missing (Horowitz & Manski 2000).
   */
  readonly interval: Interval
  readonly missing: number
}

/** What a rate can be at worst and at best when verdicts are missing; null when no case counts. */
export function boundMissingRate(
  judged: readonly Outcome[],
  missing: readonly MissingOutcome[],
): MissingBounds | null {
  const counted = missing.filter(({ weight }) => weight !== 0)
  const fill = (pass: boolean): Estimate =>
    estimateRate({ outcomes: [...judged, ...counted.map((outcome) => ({ ...outcome, pass }))] })
  const ifAllFail = fill(false)
  const ifAllPass = fill(true)
  if (ifAllFail.low === null || ifAllPass.high === null) return null
  return {
    ifAllFail,
    ifAllPass,
    interval: { low: ifAllFail.low, high: ifAllPass.high },
    missing: counted.length,
  }
}
