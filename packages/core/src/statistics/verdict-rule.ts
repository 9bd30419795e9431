import type { ComparisonVerdict, Difference } from '@assay/contracts'
import { estimateCasesNeeded } from './cases-needed.ts'
import type { MeasuredDifference } from './difference.ts'

export const defaultMargin = 0.03

export interface DecidedDifference extends Difference {
  /** Unpaired: cases of each run. */
  readonly cases?: MeasuredDifference['cases']
}

/** The one verdict rule (methods §3). Greater is better: negate differences of costs and latencies before. */
export function decideVerdict(measured: MeasuredDifference, margin = defaultMargin): DecidedDifference {
  const verdict = chooseVerdict(measured, margin)
  const pairsNeeded = verdict === 'not enough cases to tell' ? estimateCasesNeeded(measured, margin) : null
  const { variation: _, ...shown } = measured
  return { verdict, ...shown, margin, pairsNeeded }
}

/** The gate `non-inferior`: the lower end of the interval is above −margin. Not tested is not passed. */
export function isNonInferior({ low }: MeasuredDifference, margin = defaultMargin): boolean {
  return low !== null && low > -margin
}

function chooseVerdict({ difference, low, high }: MeasuredDifference, margin: number): ComparisonVerdict {
  if (difference === null) return 'not tested'
  if (low === null || high === null) return 'not enough cases to tell'
  if (low > -margin && high < margin) return 'no meaningful difference'
  if (low > 0) return 'better'
  return high < 0 ? 'worse' : 'not enough cases to tell'
}
