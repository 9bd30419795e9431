import type { Estimate, Interval } from '../estimate.ts'
import type { CorrectionRefusal, JudgeQuality } from './judge-labels.ts'

/** A rate with the judge's known error taken out, or why it cannot be. */
export type CorrectedRate =
  | { readonly kind: 'corrected'; readonly estimate: Estimate; readonly judge: JudgeQuality }
  | {
      readonly kind: 'refused'
      readonly reason: CorrectionRefusal
      /** Where the corrected rate could lie: the sensitivity range to show in its stead. */
      readonly range: Interval
      readonly judge: JudgeQuality
    }
