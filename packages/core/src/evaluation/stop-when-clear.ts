import type { Estimate, EvaluationConfiguration, VerdictRow } from '@assay/contracts'
import { createRandom } from '../statistics/random.ts'
import { createSequentialEvaluation } from '../statistics/sequential/sequential-evaluation.ts'
import { outcomeOf, passedOf, passes, type AttemptObservation } from './observation.ts'
import { observeVerdicts } from './read-observations.ts'

export type StopRule = NonNullable<EvaluationConfiguration['stopWhenClear']>

/** Watches the values of a run's cases, in the order they were drawn, until the answer is clear. */
export interface StopWatch {
  /** Whether the case passes, as soon as it is known; `null`: nobody can say, and it is left out. */
  see(caseId: string, passed: boolean | null): void
  /** On which side of the threshold the whole test set lies; `null`: not clear yet. */
  answer(): 'above' | 'below' | null
  /** The rate so far, with an interval that holds at every look. */
  estimate(): Estimate
}

/** The seeded random order in which such a run asks: what was drawn first says nothing of how it is answered. */
export const drawOrder = <T>(cases: readonly T[], seed: string | number): readonly T[] =>
  createRandom(`${seed} order of a run that stops`).shuffle(cases)

/**
 * A confidence sequence without replacement (`createSequentialEvaluation`), 95 % over all looks. Values count in the order
 * of `order`, whatever order the answers come in: a quick answer must not come first.
 */
export function createStopWatch(order: readonly string[], threshold: number): StopWatch {
  const evaluation = createSequentialEvaluation({
    question: { kind: 'gate', threshold },
    population: order.length,
  })
  const known = new Map<string, boolean | null>()
  let next = 0
  let answer: 'above' | 'below' | null = null
  return {
    see(caseId, passed) {
      known.set(caseId, passed)
      for (let id = order[next]; id !== undefined && known.has(id); id = order[next]) {
        next += 1
        const value = known.get(id)
        if (value === null || value === undefined) continue
        const found = evaluation.add(Number(value))
        if (found === 'above' || found === 'below') answer ??= found
      }
    },
    answer: () => answer,
    estimate: () => evaluation.estimate(),
  }
}

/** What a rule looks at in one attempt. */
export const valueOf = (
  attempt: AttemptObservation,
  isOutOfScope: boolean,
  { figure }: StopRule,
): boolean | null =>
  figure === 'passing' ? passes(attempt, isOutOfScope) : passedOf(outcomeOf(attempt, isOutOfScope))

/** The same, of the verdicts a unit has just recorded. */
export const valueOfVerdicts = (
  verdicts: readonly VerdictRow[],
  isOutOfScope: boolean,
  rule: StopRule,
): boolean | null =>
  valueOf(
    { repeat: 0, latencyMs: null, returnedModel: null, error: null, ...observeVerdicts(verdicts) },
    isOutOfScope,
    rule,
  )
