import type { Estimate } from '@assay/contracts'
import { effectiveRate } from '../statistics/effective-rate.ts'
import type { Outcome } from '../statistics/estimate.ts'
import { estimateRate } from '../statistics/estimate-rate.ts'
import { planCases } from '../statistics/power/plan-cases.ts'

/** One case that a requirement is tested by, and whether each of its attempts fulfils it; `null`: nobody can say. */
export interface RequirementCase {
  readonly caseId: string
  readonly clusterKey: string
  readonly passes: readonly (boolean | null)[]
}

export interface MeasuredRequirement {
  readonly state: 'met' | 'not met' | 'not enough cases' | 'not tested'
  readonly passing: Estimate
  /** Attempts that nobody could judge. */
  readonly notJudged: number
  /** `null`: there are enough, or no number would do. */
  readonly wouldDo: number | null
  /** Cases with an attempt that fails. */
  readonly failing: readonly string[]
}

/**
 * Met where the whole interval lies at or above `least`, not met where it lies wholly below. Between them there are not enough
 * cases: as many as tell a rate like the observed one from `least` would do.
 */
export function measureRequirement(least: number, cases: readonly RequirementCase[]): MeasuredRequirement {
  const outcomes = cases.flatMap(({ passes, clusterKey }) =>
    passes.flatMap((pass): Outcome[] => (pass === null ? [] : [{ pass, clusterKey }])),
  )
  const passing = estimateRate({ outcomes })
  const state = stateOf(passing, least)
  return {
    state,
    passing,
    notJudged: cases.reduce((sum, { passes }) => sum + passes.filter((pass) => pass === null).length, 0),
    wouldDo: state === 'not enough cases' ? findEnough(outcomes, least) : null,
    failing: cases.filter(({ passes }) => passes.includes(false)).map(({ caseId }) => caseId),
  }
}

function stateOf({ value, low, high }: Estimate, least: number): MeasuredRequirement['state'] {
  if (value === null) return 'not tested'
  if (low !== null && low >= least) return 'met'
  return high !== null && high < least ? 'not met' : 'not enough cases'
}

/**
 * Cases that tell the observed rate from `least` with 80 % power: the one-sample test of p − least, whose spread is √(p (1 − p)).
 * Where all or none pass, those at which the one-sided bound reaches `least`: (1 − rate that is ruled out)ⁿ = 5 %.
 */
function findEnough(outcomes: readonly Outcome[], least: number): number | null {
  const rate = effectiveRate(outcomes)
  if (rate === null) return null
  const { rate: p, n, designEffect } = rate
  const enough =
    p === 0 || p === 1
      ? Math.ceil((Math.log(0.05) / Math.log(p === 1 ? least : 1 - least)) * designEffect)
      : planCases(
          { kind: 'paired means', standardDeviation: Math.sqrt(p * (1 - p)) },
          { difference: p - least },
          { designEffect },
        )?.cases
  return enough === undefined || !Number.isFinite(enough) ? null : Math.max(n + 1, enough)
}
