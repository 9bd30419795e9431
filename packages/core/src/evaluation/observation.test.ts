import { expect, it } from 'vitest'
import type { CheckOutcome, VerdictRow } from '@assay/contracts'
import { outcomeOf, type AttemptObservation } from './observation.ts'

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
  return outcomeOf(observed, false)
}

it.each<[string | null, readonly CheckOutcome[], readonly CheckOutcome[], string]>([
  ['correct', [], ['fail'], 'correct'],
  ['correct', ['pass', 'not-applicable'], [], 'correct'],
  ['correct', ['pass', 'fail', 'error'], [], 'incorrect'],
  ['correct', ['error'], [], 'not-judged'],
  ['no-answer', ['fail'], [], 'no-answer'],
  ['incorrect', ['pass'], [], 'incorrect'],
  ['not-judged', ['pass'], [], 'not-judged'],
  ['not-judged', ['fail'], [], 'incorrect'],
  [null, ['pass'], [], 'correct'],
  [null, ['not-applicable'], [], 'not-judged'],
  [null, [], ['pass'], 'not-judged'],
  [null, [], [], 'not-judged'],
])('judge %s, required checks %j, advisory %j: %s', (label, required, advisory, outcome) => {
  expect(attempt(label, required, advisory)).toBe(outcome)
})
