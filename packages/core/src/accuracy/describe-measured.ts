import type { AccuracyCard, Estimate, EvaluationSummary } from '@assay/contracts'
import { reportSet } from './report-set.ts'

/** What a report says of its judge in a line; `null`: its card holds no set with right and wrong answers. */
export function describeMeasured(card: AccuracyCard | null): EvaluationSummary['judge']['measured'] {
  const set = card === null ? null : reportSet(card)
  if (!set?.truePositiveRate || !set.falsePositiveRate) return null
  return {
    n: set.truePositiveRate.n + set.falsePositiveRate.n,
    truePositiveRate: set.truePositiveRate,
    trueNegativeRate: ofTheOpposite(set.falsePositiveRate),
    ...(set.errorRate === undefined ? {} : { errorRate: set.errorRate }),
    on: `${set.name}, ${set.kept}`,
  }
}

/** The rate of the opposite: interval mirrored, so that both ends stay what they were. */
export const ofTheOpposite = (rate: Estimate): Estimate => ({
  ...rate,
  value: mirror(rate.value),
  low: mirror(rate.high),
  high: mirror(rate.low),
  ...(rate.successes === undefined ? {} : { successes: rate.n - rate.successes }),
})

const mirror = (share: number | null): number | null => (share === null ? null : 1 - share)
