import { expect, it } from 'vitest'
import { describeGate, describeRequirement, findGate } from './gate-words.ts'

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
])('says what the gate "%s" asks for as the command line does: %s', (expression, text) => {
  expect(describeRequirement(expression)).toBe(text)
})

it('says what was measured', () => {
  const gate = { expression: 'correctness < 0.8', outcome: 'failed' as const }
  expect(describeGate({ ...gate, measured: '61 % (49–71, n = 76)' })).toBe(
    'correctness ≥ 80 %: failed, measured 61 % (49–71, n = 76)',
  )
  expect(describeGate({ expression: 'regression', outcome: 'not tested', measured: 'no baseline' })).toBe(
    'no regression: not tested, no baseline',
  )
})

it('finds the line that a rate is read against', () => {
  const gates = ['regression', 'correctness < 80%', 'passing > 0.99'].map((expression) => ({
    expression,
    outcome: 'passed' as const,
    measured: '',
  }))
  expect(findGate({ gates }, ['passing', 'correctness'])).toBe(0.8)
  expect(findGate({ gates }, ['passing'])).toBeUndefined()
})
