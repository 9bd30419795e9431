import type { EvaluationSummary } from '@assay/contracts'
import { estimateScores } from '../statistics/estimate-mean.ts'
import { estimateRate } from '../statistics/estimate-rate.ts'
import type { Outcome } from '../statistics/estimate.ts'
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
  const names = new Set(attemptsOf(cases).flatMap(({ attempt }) => attempt.checks.map(({ name }) => name)))
  return [...names].map((name) => summariseCheck(name, cases))
}

/** Looked for once more for each check: a list of all that was seen would be the largest part of a summary. */
const seenOf = (cases: readonly ObservedCase[], name: string): IteratorObject<Seen, undefined> =>
  attemptsOf(cases).flatMap(({ attempt, clusterKey }) => {
    const check = attempt.checks.find((each) => each.name === name)
    return check === undefined ? [] : [{ check, clusterKey }]
  })

function summariseCheck(name: string, cases: readonly ObservedCase[]): CheckSummary {
  const counts = { 'not-judged': 0, 'not-applicable': 0, error: 0 }
  const outcomes: Outcome[] = []
  let required = false
  for (const { check, clusterKey } of seenOf(cases, name)) {
    required ||= check.required
    if (check.outcome === 'pass' || check.outcome === 'fail')
      outcomes.push({ pass: check.outcome === 'pass', clusterKey })
    else counts[check.outcome] += 1
  }
  return {
    name,
    required,
    passed: estimateRate({ outcomes }),
    score: estimateScore(name, cases),
    notJudged: counts['not-judged'],
    notApplicable: counts['not-applicable'],
    errors: counts.error,
  }
}

/** `null`: it gave no figure but 0 and 1, and the rate says it all. */
function estimateScore(name: string, cases: readonly ObservedCase[]): CheckSummary['score'] {
  const isPlain = seenOf(cases, name).every(
    ({ check: { score } }) => score === null || score === 0 || score === 1,
  )
  if (isPlain) return null
  const scored = seenOf(cases, name).flatMap(({ check, clusterKey }) =>
    check.score === null ? [] : [{ value: check.score, clusterKey }],
  )
  return estimateScores(scored.toArray())
}
