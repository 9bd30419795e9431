import { describe, expect, it } from 'vitest'
import { buildReport } from '@assay/testkit'
import { describeGate, describeRequirement } from './describe-gate.ts'
import { findGateThreshold, findJudgedThreshold } from './gate-threshold.ts'

it.each([
  ['correctness < 0.8', 'correctness ≥ 80 %'],
  ['over-refusal > 5%', 'over-refusal ≤ 5 %'],
  ['hit-rate <= 0.925', 'hit-rate > 92.5 %'],
  ['check(is json) < 1', 'check(is json) ≥ 100 %'],
  ['latency-p95-ms > 2000', 'latency-p95-ms ≤ 2000'],
  ['cost-usd >= 0.5', 'cost-usd < 0.5'],
  ['errors > 0', 'errors ≤ 0'],
  ['regression', 'no regression'],
  ['non-inferior', 'non-inferior'],
])('says what the gate "%s" asks for: %s', (expression, text) => {
  expect(describeRequirement(expression)).toBe(text)
})

it('says what was measured', () => {
  expect(
    describeGate({ expression: 'correctness < 0.8', outcome: 'failed', measured: '61 % (49–71, n = 76)' }),
  ).toBe('correctness ≥ 80 %: failed, measured 61 % (49–71, n = 76)')
  const verdict = { outcome: 'passed' as const, measured: 'not enough cases to tell (5 pairs)' }
  expect(describeGate({ ...verdict, expression: 'regression' })).toBe(
    'no regression: passed; not enough cases to tell (5 pairs)',
  )
  expect(describeGate({ expression: 'regression', outcome: 'not tested', measured: 'no baseline' })).toBe(
    'no regression: not tested, no baseline',
  )
})

describe('the line to draw in a chart', () => {
  const { summary } = buildReport()
  const withGates = (...expressions: readonly string[]) => ({
    ...summary,
    gates: expressions.map((expression) => ({ expression, outcome: 'passed' as const, measured: '' })),
  })
  const required = {
    name: 'is-json',
    required: true,
    passed: summary.correctness,
    score: null,
    notJudged: 0,
    notApplicable: 0,
    errors: 0,
  }

  it('is what a gate on the rate asks for', () => {
    expect(findGateThreshold(withGates('regression', 'correctness < 80%'))).toBe(0.8)
    expect(findGateThreshold(withGates('passing < 0.7'))).toBe(0.7)
    expect(findGateThreshold(withGates('recall < 0.9'))).toBeNull()
  })

  it('is another for the rate that passes than for what the judge finds right, where checks decide as well', () => {
    const apart = { ...withGates('correctness < 0.8', 'passing < 0.7'), checks: [required] }
    expect(findGateThreshold(apart)).toBe(0.7)
    expect(findJudgedThreshold(apart)).toBe(0.8)
  })
})
