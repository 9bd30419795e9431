import { describe, expect, it } from 'vitest'
import type { Difference, Estimate, EvaluationSummary } from '@assay/contracts'
import { decideGate, parseGate, parseGates, type Gate } from './gates.ts'

const estimate = (value: number | null, n = 100): Estimate => ({
  value,
  low: value,
  high: value,
  n,
  method: 'test',
})

type Figures = Pick<
  EvaluationSummary,
  | 'correctness'
  | 'passing'
  | 'declining'
  | 'overRefusal'
  | 'reliability'
  | 'retrieval'
  | 'latency'
  | 'cost'
  | 'counts'
  | 'checks'
>

const figures: Figures = {
  correctness: { value: 0.61, low: 0.49, high: 0.71, n: 76, method: 'Wilson 95 %' },
  passing: estimate(0.55),
  declining: estimate(null, 0),
  overRefusal: estimate(0.02),
  reliability: null,
  checks: [
    {
      name: 'json',
      required: true,
      passed: estimate(0.9, 40),
      score: estimate(0.5, 40),
      notJudged: 0,
      notApplicable: 0,
      errors: 0,
    },
  ],
  retrieval: null,
  latency: null,
  cost: { targetUsd: 0.2, judgeUsd: 0.3, inputTokens: 0, outputTokens: 0, calls: 0, cachedCalls: 0 },
  counts: {
    cases: 80,
    finished: 80,
    quarantined: 0,
    correct: 46,
    partiallyCorrect: 0,
    incorrect: 30,
    noAnswer: 0,
    notJudged: 4,
    errors: 2,
  },
}

function gate(expression: string): Gate {
  const result = parseGate(expression)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const difference = (parts: Partial<Difference>): Difference => ({
  verdict: 'worse',
  difference: -0.1,
  low: -0.2,
  high: -0.05,
  pValue: 0.01,
  pairs: 40,
  margin: 0.03,
  pairsNeeded: null,
  method: 'test',
  ...parts,
})

describe('parseGate', () => {
  it('reads a percent bound as a share', () => {
    expect(gate('correctness < 80 %')).toMatchObject({ figure: 'correctness', operator: '<', bound: 0.8 })
  })

  it.each(['', 'corectness < 0.8', 'correctness', 'correctness < x', 'correctness = 1', 'regresion'])(
    'refuses %j and says what would be right',
    (expression) => {
      const result = parseGate(expression)
      expect(result).toMatchObject({ ok: false, error: { code: 'ASSAY-7001' } })
    },
  )
})

describe('the bound of a gate', () => {
  it.each([
    ['check(json) < 95', 'write 95% or 0.95'],
    ['correctness < 80', 'write 80% or 0.8'],
    ['over-refusal > 1.5', 'write 1.5% or 0.015'],
    ['passing < 120%', 'write a share from 0 to 1, or 0% to 100%'],
    ['errors > 5%', 'write the number without %: errors > 5'],
  ])('%s is refused: %s', (expression, fix) => {
    expect(parseGate(expression)).toMatchObject({ ok: false, error: { code: 'ASSAY-7001', fix } })
  })

  it.each(['check(json) < 1', 'passing < 100%', 'score(bleu) < 40', 'latency-p95-ms > 800', 'errors > 3'])(
    '%s is read as it stands',
    (expression) => {
      expect(parseGate(expression).ok).toBe(true)
    },
  )
})

describe('decideGate', () => {
  it('fails when what the expression says holds', () => {
    expect(decideGate(gate('correctness < 0.8'), figures, null)).toEqual({
      expression: 'correctness < 0.8',
      outcome: 'failed',
      measured: '61 % (49–71, n = 76)',
    })
  })

  it('passes when it does not hold', () => {
    expect(decideGate(gate('correctness < 0.6'), figures, null).outcome).toBe('passed')
  })

  it.each(['declining < 0.5', 'hit-rate < 0.5', 'latency-p95-ms > 100'])(
    'says "not tested" of %s when nothing tested it',
    (expression) => {
      expect(decideGate(gate(expression), figures, null).outcome).toBe('not tested')
    },
  )

  it('adds up what target and judge cost', () => {
    expect(decideGate(gate('cost-usd > 0.4'), figures, null)).toMatchObject({
      outcome: 'failed',
      measured: '0.5',
    })
  })

  it('fails a regression only when the baseline comparison says worse', () => {
    expect(decideGate(gate('regression'), figures, difference({})).outcome).toBe('failed')
    expect(
      decideGate(gate('regression'), figures, difference({ verdict: 'not enough cases to tell' })).outcome,
    ).toBe('passed')
    expect(decideGate(gate('regression'), figures, null).outcome).toBe('not tested')
  })

  it('fails non-inferior unless the lower end is above the margin', () => {
    expect(
      decideGate(
        gate('non-inferior'),
        figures,
        difference({ low: -0.029, verdict: 'no meaningful difference' }),
      ).outcome,
    ).toBe('passed')
    expect(
      decideGate(
        gate('non-inferior'),
        figures,
        difference({ low: -0.031, verdict: 'not enough cases to tell' }),
      ).outcome,
    ).toBe('failed')
  })

  it.each([
    ['passing < 0.6', 'failed'],
    ['check(json) < 0.95', 'failed'],
    ['check(json) < 80%', 'passed'],
    ['score(json) < 0.4', 'passed'],
    ['check(absent) < 1', 'not tested'],
  ])('%s: %s', (expression, outcome) => {
    const gate = parseGate(expression)
    expect(gate.ok && decideGate(gate.value, figures, null).outcome).toBe(outcome)
  })
})

it('refuses a gate on a check that is not there, before it passes for want of a figure', () => {
  const names = new Set(['json', 'no apology'])
  expect(parseGates(['check(json) < 1', 'correctness < 0.8'], names).ok).toBe(true)
  expect(parseGates(['check(jsn) < 1'], names)).toMatchObject({
    ok: false,
    error: { code: 'ASSAY-7001', fix: 'did you mean json?' },
  })
  expect(parseGates(['check(jsn) < 1'], null).ok).toBe(true)
})
