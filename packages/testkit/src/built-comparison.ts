import type { Comparison, Difference, Flip } from '@assay/contracts'
import type { BuiltCase } from './built-case.ts'
import { rate } from './built-estimate.ts'
import type { Random } from './built-random.ts'

const flipSide = (outcome: Flip['from']['outcome']): Flip['from'] => ({
  outcome,
  declining: null,
  failedChecks: [],
  failsByChecksAlone: false,
})

export function buildComparison(cases: readonly BuiltCase[], random: Random): Comparison {
  const shared = cases.slice(0, Math.ceil(cases.length / 2))
  const flips = shared
    .filter(({ result }) => result.passed !== null && random() < 0.3)
    .map(({ result, testCase }) => ({
      caseId: testCase.id,
      type: testCase.type,
      question: testCase.question,
      from: flipSide(result.outcome),
      to: flipSide(result.passed === true ? 'incorrect' : 'correct'),
      change: result.passed === true ? ('lost' as const) : ('gained' as const),
    }))
  const difference = (
    verdict: Difference['verdict'],
    value: number,
    half: number,
    pairs: number,
  ): Difference => ({
    verdict,
    difference: value,
    low: value - half,
    high: value + half,
    pValue: 0.01,
    pairs,
    margin: 0.03,
    pairsNeeded: verdict === 'not enough cases to tell' ? pairs * 5 : null,
    method: 'Tango 95 %',
  })
  const run = (name: string, version: string, successes: number, n: number): Comparison['a'] => ({
    id: name,
    name,
    createdAt: '2026-11-24T09:00:00.000Z',
    folder: `.assay/runs/${name}`,
    target: 'Demo assistant',
    targetVersion: version,
    passing: rate(successes, n),
    medianLatencyMs: 7,
    costUsd: 0,
  })
  return {
    schemaVersion: 1,
    a: run('demo', 'v1', 46, 76),
    b: run('demo-v2', 'v2', 16, 40),
    differs: [
      { what: 'target', a: 'Demo assistant v1', b: 'Demo assistant v2', effect: 'intended' },
      { what: 'judge', a: 'rules 1', b: 'rules 2', effect: 'confounds' },
    ],
    corrected: null,
    overall: difference('worse', -0.21, 0.13, shared.length),
    byType: [
      { type: 'simple', difference: difference('worse', -0.32, 0.2, 16) },
      { type: 'distracting', difference: difference('not enough cases to tell', -0.1, 0.22, 8) },
      { type: 'out-of-scope', difference: difference('no meaningful difference', 0, 0.02, 8) },
    ],
    flips,
    cases: { shared: shared.length, onlyInA: cases.length - shared.length, onlyInB: 0, notPaired: 2 },
  }
}
