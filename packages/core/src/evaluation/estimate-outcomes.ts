import type { Estimate } from '@assay/contracts'
import type { Outcome } from '../statistics/estimate.ts'
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
  const outcomes: Outcome[] = []
  for (const each of cases)
    for (const pass of read(each))
      if (pass !== null) outcomes.push({ pass, clusterKey: each.testCase.clusterKey })
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
  const outcomes: Outcome[] = []
  for (const { attempts, testCase } of cases) {
    if (isOutOfScope(testCase)) continue
    for (const { declining } of attempts)
      if (declining?.label === 'over-refused' || declining?.label === 'answered')
        outcomes.push({ pass: declining.label === 'over-refused', clusterKey: testCase.clusterKey })
  }
  return estimateRate({ outcomes })
}

/** Share of cases that came out alike in all their repeats; `null` without repeats. */
export function estimateReliability(cases: readonly ObservedCase[]): Estimate | null {
  const repeated = cases.flatMap((each) => {
    const pass = isStable(each)
    return pass === null ? [] : [{ pass, clusterKey: each.testCase.clusterKey }]
  })
  return repeated.length === 0 ? null : estimateRate({ outcomes: repeated })
}

/** One after another: of thousands of attempts no list is made. */
export function* attemptsOf(
  cases: readonly ObservedCase[],
): Generator<{ readonly attempt: AttemptObservation; readonly clusterKey: string }, undefined> {
  for (const { attempts, testCase } of cases)
    for (const attempt of attempts) yield { attempt, clusterKey: testCase.clusterKey }
}
