/** A figure with its uncertainty. Every rate, mean and quantile the product shows is one of these. */
export interface Estimate {
  /** null: not tested (n = 0). */
  readonly value: number | null
  /** Ends of the interval; null where the cases are too few for that end. */
  readonly low: number | null
  readonly high: number | null
  /** Cases in the denominator. Errors, not judged, not applicable and weight-0 cases are never in it. */
  readonly n: number
  /** Cases that passed; absent for means and quantiles. */
  readonly successes?: number
  /** Independent groups among the n cases; equal to n when no two cases share a cluster key. */
  readonly clusters: number
  /** In words: the method, its level and which side a one-sided bound holds on. */
  readonly method: string
}

/** What one case contributes to a rate. */
export interface Outcome {
  readonly pass: boolean
  /** Cases with the same key (one base fact, one conversation, repeats) are not independent. Absent: a cluster of its own. */
  readonly clusterKey?: string | undefined
  /** Stratum weight, 1 unless given. 0 marks an advisory case: it is never counted. */
  readonly weight?: number | undefined
}

export interface Interval {
  readonly low: number
  readonly high: number
}

export const notTested: Estimate = {
  value: null,
  low: null,
  high: null,
  n: 0,
  successes: 0,
  clusters: 0,
  method: 'not tested',
}
