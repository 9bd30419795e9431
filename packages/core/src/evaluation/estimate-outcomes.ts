import type { Estimate } from '@assay/contracts'
import { estimateRate } from '../statistics/estimate-rate.ts'
import { isOutOfScope, type ObservedCase } from './build-case-results.ts'
import { passedOf, type AttemptObservation } from './observation.ts'

/** Passed of judged attempts. Errors and not judged are left out; repeats and composed questions share their cluster. */
export function estimateCorrectness(cases: readonly ObservedCase[]): Estimate {
  const outcomes = cases.flatMap(({ testCase, outcomes }) =>
    outcomes.flatMap((outcome) => {
      const pass = passedOf(outcome)
      return pass === null ? [] : [{ pass, clusterKey: testCase.clusterKey }]
    }),
  )
  return estimateRate({ outcomes })
}

/** The correctness if every judged-by-nobody attempt were wrong, and if all were right; `null`: nothing was left unjudged. */
export function boundCorrectness(
  cases: readonly ObservedCase[],
): { readonly low: number; readonly high: number } | null {
  const outcomes = cases.flatMap((each) => each.outcomes).filter((outcome) => outcome !== 'error')
  const unjudged = outcomes.filter((outcome) => outcome === 'not-judged').length
  if (unjudged === 0) return null
  const passed = outcomes.filter((outcome) => outcome === 'correct').length
  return { low: passed / outcomes.length, high: (passed + unjudged) / outcomes.length }
}

/** Questions outside the documents that were declined. Declining in part does not pass. */
export const estimateDeclining = (cases: readonly ObservedCase[]): Estimate =>
  estimateCorrectness(cases.filter((each) => isOutOfScope(each.testCase)))

/** Answerable questions that were declined. */
export function estimateOverRefusal(cases: readonly ObservedCase[]): Estimate {
  const labelled = attemptsOf(cases.filter((each) => !isOutOfScope(each.testCase))).flatMap(
    ({ attempt, clusterKey }) => {
      const label = attempt.declining?.label
      return label === 'over-refused' || label === 'answered'
        ? [{ pass: label === 'over-refused', clusterKey }]
        : []
    },
  )
  return estimateRate({ outcomes: labelled })
}

/** Share of cases that came out alike in all their repeats; `null` without repeats. */
export function estimateReliability(cases: readonly ObservedCase[]): Estimate | null {
  const repeated = cases.flatMap(({ testCase, outcomes }) => {
    const passed = outcomes.map(passedOf).filter((value) => value !== null)
    return passed.length < 2
      ? []
      : [{ pass: passed.every((value) => value === passed[0]), clusterKey: testCase.clusterKey }]
  })
  return repeated.length === 0 ? null : estimateRate({ outcomes: repeated })
}

export function attemptsOf(
  cases: readonly ObservedCase[],
): readonly { readonly attempt: AttemptObservation; readonly clusterKey: string }[] {
  return cases.flatMap(({ attempts, testCase }) =>
    attempts.map((attempt) => ({ attempt, clusterKey: testCase.clusterKey })),
  )
}
