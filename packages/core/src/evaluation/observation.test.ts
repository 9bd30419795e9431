import { expect, it } from 'vitest'
import type { CheckOutcome, VerdictRow } from '@assay/contracts'
import { outcomeOf, passes, type AttemptObservation } from './observation.ts'

function attempt(
  label: string | null,
  required: readonly CheckOutcome[],
  advisory: readonly CheckOutcome[] = [],
) {
  const correctness: VerdictRow | null =
    label === null
      ? null
      : {
          unit: 'u',
          caseId: 'c',
          repeat: 0,
          check: 'correctness',
          checkKey: 'k',
          outcome: label === 'correct' ? 'pass' : label === 'not-judged' ? 'not-judged' : 'fail',
          label,
        }
  const check = (outcome: CheckOutcome, isRequired: boolean) => ({
    name: 'x',
    required: isRequired,
    weight: 1,
    better: 'higher' as const,
    outcome,
    score: null,
    reason: null,
  })
  const observed: AttemptObservation = {
    repeat: 0,
    latencyMs: 1,
    returnedModel: null,
    error: null,
    correctness,
    declining: null,
    retrieval: null,
    checks: [
      ...required.map((outcome) => check(outcome, true)),
      ...advisory.map((outcome) => check(outcome, false)),
    ],
  }
  return [outcomeOf(observed, false), passes(observed, false)]
}

it.each<[string | null, readonly CheckOutcome[], readonly CheckOutcome[], string, boolean | null]>([
  ['correct', [], ['fail'], 'correct', true],
  ['correct', ['pass', 'not-applicable'], [], 'correct', true],
  ['correct', ['pass', 'fail', 'error'], [], 'correct', false],
  ['correct', ['error'], [], 'correct', null],
  ['no-answer', ['fail'], [], 'no-answer', false],
  ['incorrect', ['pass'], [], 'incorrect', false],
  ['incorrect', ['error'], [], 'incorrect', false],
  ['not-judged', ['pass'], [], 'not-judged', null],
  ['not-judged', ['fail'], [], 'not-judged', false],
  [null, ['pass'], [], 'correct', true],
  [null, ['fail'], [], 'incorrect', false],
  [null, ['not-applicable'], [], 'not-judged', null],
  [null, [], ['pass'], 'not-judged', null],
  [null, [], [], 'not-judged', null],
])('judge %s, required checks %j, advisory %j: %s, passes %j', (label, required, advisory, ...expected) => {
  expect(attempt(label, required, advisory)).toEqual(expected)
})
