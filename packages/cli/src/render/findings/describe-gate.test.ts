import { expect, it } from 'vitest'
import { describeGate, describeRequirement } from './describe-gate.ts'
import { findGateThreshold } from './gate-threshold.ts'

it.each([
  ['correctness < 0.8', 'correctness ≥ 80 %'],
  ['over-refusal > 5%', 'over-refusal ≤ 5 %'],
  ['hit-rate <= 0.925', 'hit-rate > 92.5 %'],
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
  expect(describeGate({ expression: 'regression', outcome: 'not tested', measured: 'no baseline' })).toBe(
    'no regression: not tested, no baseline',
  )
})

it('finds the line to draw in a chart of correctness', () => {
  const gate = (expression: string) => ({ expression, outcome: 'passed' as const, measured: '' })
  expect(findGateThreshold([gate('regression'), gate('correctness < 80%')])).toBe(0.8)
  expect(findGateThreshold([gate('recall < 0.9')])).toBeNull()
})
