import type { MeasuredSet } from '@assay/contracts'
import { estimateAgreement } from '../../packages/core/src/statistics/agreement/two-raters.ts'
import { estimateRate } from '../../packages/core/src/statistics/estimate-rate.ts'
import type { Outcome } from '../../packages/core/src/statistics/estimate.ts'

/** A labelled row, and whether it was found. */
export interface MeasuredRow {
  readonly isPositive: boolean
  /** `null`: not judged. */
  readonly isFound: boolean | null
  /** Rows that are not independent share it; absent: it stands alone. */
  readonly clusterKey?: string | undefined
}

/** Rates of the rows that were judged, clustered, with the agreement where both kinds are there. */
export function measureSet(
  rows: readonly MeasuredRow[],
  described: Pick<MeasuredSet, 'name' | 'what' | 'kept'>,
): MeasuredSet {
  const judged = rows.flatMap(({ isFound, ...row }) => (isFound === null ? [] : [{ ...row, isFound }]))
  const rate = (of: typeof judged, passes: (row: (typeof judged)[number]) => boolean) =>
    of.length === 0
      ? null
      : estimateRate({
          outcomes: of.map((row): Outcome => ({ pass: passes(row), clusterKey: row.clusterKey })),
        })
  const positives = judged.filter(({ isPositive }) => isPositive)
  const negatives = judged.filter(({ isPositive }) => !isPositive)
  const errorRate = rate(judged, ({ isFound, isPositive }) => isFound !== isPositive)
  return {
    ...described,
    n: rows.length,
    positives: rows.filter(({ isPositive }) => isPositive).length,
    negatives: rows.filter(({ isPositive }) => !isPositive).length,
    notJudged: rows.length - judged.length,
    truePositiveRate: rate(positives, ({ isFound }) => isFound),
    falsePositiveRate: rate(negatives, ({ isFound }) => isFound),
    ...(errorRate === null ? {} : { errorRate }),
    ...(positives.length === 0 || negatives.length === 0 ? {} : { kappa: agreementOf(judged) }),
  }
}

const agreementOf = (judged: readonly (MeasuredRow & { readonly isFound: boolean })[]) =>
  estimateAgreement(
    judged.map(({ isPositive, isFound, clusterKey }) => ({
      first: String(isPositive),
      second: String(isFound),
      clusterKey,
    })),
  ).kappa
