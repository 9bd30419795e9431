import type { Difference, GateResult } from '@assay/contracts'
import { describe, expect, it } from 'vitest'
import { describeReview, type DescribedReview } from './describe-review.ts'

const better: Difference = {
  verdict: 'better',
  difference: 0.06,
  low: 0.02,
  high: 0.1,
  pValue: 0.01,
  pairs: 120,
  margin: 0.03,
  pairsNeeded: null,
  method: 'Tango 95 %',
}
const requirement = (name: string): DescribedReview['requirements'][number]['requirement'] => ({
  id: name,
  name,
  version: 1,
  statement: name,
  source: { kind: 'policy', reference: 'handbook' },
  least: 0.9,
})
const gate = (expression: string, outcome: GateResult['outcome']): GateResult => ({
  expression,
  outcome,
  measured: '79 % (70–86, n = 100)',
})
const evaluated: DescribedReview = {
  version: 14,
  baselineVersion: 13,
  waitsFor: null,
  overall: better,
  candidate: { value: 0.81, low: 0.73, high: 0.87, n: 100, method: 'Wilson 95 %' },
  whatChanged: [],
  requirements: [],
  gates: [],
}
const answerOf = (parts: Partial<DescribedReview>): string =>
  describeReview({ ...evaluated, ...parts }).answer

describe('the headline of a review', () => {
  it('asks whether the version is better, and begins with the verdict', () => {
    expect(describeReview(evaluated)).toEqual({
      question: 'Is version 14 better than version 13?',
      answer: 'Better by 6 points (2–10, 120 pairs).',
    })
    const unclear: Difference = {
      ...better,
      verdict: 'not enough cases to tell',
      low: -0.01,
      high: 0.07,
      pairs: 80,
      pairsNeeded: 310,
    }
    expect(answerOf({ overall: unclear })).toBe(
      'Not enough cases to tell (−1 to +7 points, 80 pairs; about 310 would do).',
    )
  })

  it('of a first version asks whether it is good enough, with its rate', () => {
    expect(describeReview({ ...evaluated, baselineVersion: null, version: 1, overall: null })).toEqual({
      question: 'Is version 1 good enough?',
      answer: '81 % (73–87, n = 100) pass; there is no version to compare with.',
    })
  })

  it('says what it waits for as long as nothing is tested', () => {
    expect(answerOf({ waitsFor: '62 of 100 answers of version 14 are there' })).toBe(
      'Not tested yet: 62 of 100 answers of version 14 are there.',
    )
  })

  it('warns where the difference may come from something else', () => {
    const confounded = [
      { what: 'judge', before: 'rules 1', after: 'rules 2', effect: 'confounds' as const },
      { what: 'prompt', before: 'a', after: 'b', effect: 'intended' as const },
      { what: 'returned model', before: 'm-05', after: 'm-08', effect: 'confounds' as const },
    ]
    expect(answerOf({ whatChanged: confounded })).toBe(
      'Better by 6 points (2–10, 120 pairs). The difference may come from what else is not the same: judge and returned model.',
    )
  })

  it('names what is not met, and how many cases would do', () => {
    const requirements = [
      { requirement: requirement('no invented prices'), state: 'met' as const, wouldDo: null },
      { requirement: requirement('declines advice'), state: 'not enough cases' as const, wouldDo: 59 },
      { requirement: requirement('answers in German'), state: 'not tested' as const, wouldDo: null },
    ]
    expect(answerOf({ requirements })).toBe(
      'Better by 6 points (2–10, 120 pairs). 1 of 3 requirements met; not enough cases: declines advice (about 59 would do); not tested: answers in German.',
    )
    const gates = [gate('passing < 80%', 'failed'), gate('regression', 'not tested')]
    expect(answerOf({ gates })).toBe(
      'Better by 6 points (2–10, 120 pairs). Gate passing < 80% failed: 79 % (70–86, n = 100); 1 gate not tested.',
    )
    expect(answerOf({ gates: [gate('passing < 80%', 'passed')] })).toContain('Every gate passed.')
  })
})
