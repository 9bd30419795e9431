import type { Estimate } from '@assay/contracts'
import { estimateRate } from '../statistics/estimate-rate.ts'
import { isOutOfScope, isStable, type ObservedCase } from './build-case-results.ts'
import { passedOf, type AttemptObservation } from './observation.ts'

/** Right by the judge, of judged attempts. Errors and not judged are left out; repeats and composed questions share their cluster. */
export const estimateCorrectness = (cases: readonly ObservedCase[]): Estimate =>
  estimateShare(cases, ({ outcomes }) => outcomes.map(passedOf))

/** Attempts that pass, of those that were decided. */
export const estimatePassing = (cases: readonly ObservedCase[]): Estimate =>
  estimateShare(cases, ({ passes }) => passes)

function estimateShare(
  cases: readonly ObservedCase[],
  read: (observed: ObservedCase) => readonly (boolean | null)[],
): Estimate {
  const outcomes = cases.flatMap((each) =>
    read(each).flatMap((pass) => (pass === null ? [] : [{ pass, clusterKey: each.testCase.clusterKey }])),
  )
  return estimateRate({ outcomes })
}

/** The passing if every undecided attempt failed, and if all passed; `null`: nothing was left undecided. */
export function boundPassing(
  cases: readonly ObservedCase[],
): { readonly low: number; readonly high: number } | null {
  const answered = cases.flatMap(({ passes, outcomes }) =>
    passes.filter((_, index) => outcomes[index] !== 'error'),
  )
  const undecided = answered.filter((passed) => passed === null).length
  if (undecided === 0) return null
  const passed = answered.filter((each) => each === true).length
  return { low: passed / answered.length, high: (passed + undecided) / answered.length }
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
  const repeated = cases.flatMap((each) => {
    const pass = isStable(each)
    return pass === null ? [] : [{ pass, clusterKey: each.testCase.clusterKey }]
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
