import type { EvaluationSummary } from '@assay/contracts'
import { estimateScores } from '../statistics/estimate-mean.ts'
import { estimateRate } from '../statistics/estimate-rate.ts'
import { attemptsOf } from './estimate-outcomes.ts'
import type { ObservedCase } from './build-case-results.ts'
import type { ObservedCheck } from './observation.ts'

type CheckSummary = EvaluationSummary['checks'][number]

interface Seen {
  readonly check: ObservedCheck
  readonly clusterKey: string
}

/** Each of the user's checks over all attempts, in the order they were first met. */
export function summariseChecks(cases: readonly ObservedCase[]): CheckSummary[] {
  const byName = new Map<string, Seen[]>()
  for (const { attempt, clusterKey } of attemptsOf(cases)) {
    for (const check of attempt.checks) {
      const seen = byName.get(check.name)
      if (seen === undefined) byName.set(check.name, [{ check, clusterKey }])
      else seen.push({ check, clusterKey })
    }
  }
  return [...byName].map(([name, seen]) => summariseCheck(name, seen))
}

function summariseCheck(name: string, seen: readonly Seen[]): CheckSummary {
  const count = (outcome: ObservedCheck['outcome']): number =>
    seen.filter(({ check }) => check.outcome === outcome).length
  return {
    name,
    required: seen.some(({ check }) => check.required),
    passed: estimateRate({
      outcomes: seen.flatMap(({ check, clusterKey }) =>
        check.outcome === 'pass' || check.outcome === 'fail'
          ? [{ pass: check.outcome === 'pass', clusterKey }]
          : [],
      ),
    }),
    score: estimateScore(seen),
    notJudged: count('not-judged'),
    notApplicable: count('not-applicable'),
    errors: count('error'),
  }
}

/** `null`: it gave no figure but 0 and 1, and the rate says it all. */
function estimateScore(seen: readonly Seen[]): CheckSummary['score'] {
  const scored = seen.flatMap(({ check, clusterKey }) =>
    check.score === null ? [] : [{ value: check.score, clusterKey }],
  )
  return scored.every(({ value }) => value === 0 || value === 1) ? null : estimateScores(scored)
}
