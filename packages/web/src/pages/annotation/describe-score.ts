import type { Estimate } from '@assay/contracts'
import { formatScore } from '@assay/core/wording'

/** A coefficient of agreement with how sure it is: "0.71 (0.58–0.82, n = 40)"; `none` where it has no value. */
export const describeScore = (estimate: Estimate, none: string): string =>
  estimate.value === null ? none : formatScore(estimate)
