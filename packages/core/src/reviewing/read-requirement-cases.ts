import { decideByRequired } from '../checks/aggregate-verdicts.ts'
import { isOutOfScope, observeCase, type ObservedCase } from '../evaluation/build-case-results.ts'
import { decidingVerdict, evaluationChecks, type AttemptObservation } from '../evaluation/observation.ts'
import { readObservations } from '../evaluation/read-observations.ts'
import { readTraits } from '../evaluation/read-traits.ts'
import type { RunReader } from '../ports/run-store.ts'
import type { FinishedRows } from '../runs/finished-rows.ts'
import type { RequirementCase } from './measure-requirement.ts'

/** The cases of a run as its requirements see them. Read once for all requirements of a project. */
export interface ObservedRun {
  /** `checks`: names of those that must pass; empty: a case as a whole. Cases that were not asked are left out. */
  casesOf(of: {
    readonly isLinked: (testCase: ObservedCase['testCase']) => boolean
    readonly checks: readonly string[]
  }): readonly RequirementCase[]
}

export async function observeRun(run: RunReader, finished: FinishedRows): Promise<ObservedRun> {
  const traits = await readTraits(run)
  const observations = await readObservations(run, finished)
  const observed = traits.flatMap((testCase): ObservedCase[] => {
    const attempts = observations.get(testCase.id)
    return attempts === undefined ? [] : [observeCase(testCase, attempts)]
  })
  return {
    casesOf: ({ isLinked, checks }) =>
      observed
        .filter(({ testCase }) => isLinked(testCase))
        .map((each) => ({
          caseId: each.testCase.id,
          clusterKey: each.testCase.clusterKey,
          passes: checks.length === 0 ? each.passes : passesOf(each, checks),
        })),
  }
}

function passesOf(
  { testCase, attempts }: ObservedCase,
  checks: readonly string[],
): readonly (boolean | null)[] {
  return attempts.map((attempt) =>
    attempt.error === null ? passesChecks(attempt, isOutOfScope(testCase), checks) : null,
  )
}

/** A check that does not apply to the case says nothing of it; one that was not run leaves it open. */
function passesChecks(
  attempt: AttemptObservation,
  outOfScope: boolean,
  names: readonly string[],
): boolean | null {
  const outcomes = names.map((name) =>
    name === evaluationChecks.correctness
      ? (decidingVerdict(attempt, outOfScope)?.outcome ?? 'not-judged')
      : (attempt.checks.find((check) => check.name === name)?.outcome ?? 'not-judged'),
  )
  return decideByRequired(outcomes.filter((outcome) => outcome !== 'not-applicable'))
}
