import type { QuestionType } from '@assay/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ragetComponents } from './raget-components.ts'

const cases = (type: QuestionType, passes: number, n: number, topic: string | null = null) =>
  Array.from({ length: n }, (_, index) => ({ type, topic, passed: index < passes }))

const scoresOf = (rows: ReturnType<typeof ragetComponents>): Record<string, number> =>
  Object.fromEntries(rows.map((row) => [row.component, row.score]))

describe('RAGET component scores', () => {
  it('follow the worked example: unweighted means over types, whatever their size', () => {
    const all = [
      ...cases('simple', 16, 20, 'plans'),
      ...cases('distracting', 1, 2, 'plans'),
      ...cases('conversational', 1, 5, 'limits'),
      ...cases('double', 3, 4, 'limits'),
      ...cases('out-of-scope', 0, 3, 'limits'),
    ]
    const scores = scoresOf(ragetComponents(all))
    expect(scores['Generator']).toBeCloseTo((0.8 + 0.5 + 0.75) / 3, 12)
    expect(scores['Retriever']).toBeCloseTo((0.8 + 0.5) / 2, 12)
    expect(scores['Rewriter']).toBeCloseTo((0.5 + 0.75 + 0.2) / 3, 12)
    expect(scores['Router']).toBe(0)
    expect(scores['Knowledge Base']).toBeCloseTo(1 - (17 / 22 - 4 / 12), 12)
  })

  it('give what nothing tested 1, and say so', () => {
    const rows = ragetComponents(cases('simple', 1, 2))
    expect(rows.find((row) => row.component === 'Router')).toEqual({
      component: 'Router',
      score: 1,
      testedBy: [],
    })
    expect(scoresOf(ragetComponents([]))).toEqual({
      Generator: 1,
      Retriever: 1,
      Rewriter: 1,
      Router: 1,
      'Knowledge Base': 1,
    })
  })

  it('leave out cases without a verdict and types that RAGET does not have', () => {
    const base = cases('simple', 1, 2)
    const more = [
      ...base,
      { type: 'simple' as const, topic: null, passed: null },
      ...cases('false-premise', 0, 9),
    ]
    expect(ragetComponents(more)).toEqual(ragetComponents(base))
  })

  it('stay between 0 and 1, and are 1 throughout when everything passes', () => {
    const one = fc.record({
      type: fc.constantFrom<QuestionType>(
        'simple',
        'complex',
        'double',
        'multi-hop',
        'split',
        'out-of-scope',
      ),
      topic: fc.constantFrom('a', 'b', null),
      passed: fc.constantFrom(true, false, null),
    })
    fc.assert(
      fc.property(fc.array(one), (all) => {
        for (const { score } of ragetComponents(all)) expect(score >= 0 && score <= 1).toBe(true)
        const passing = all.map((each) => ({ ...each, passed: true }))
        expect(ragetComponents(passing).every(({ score }) => score === 1)).toBe(true)
      }),
    )
  })
})
