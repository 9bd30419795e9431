import type { QuestionType } from '@assay/contracts'
import { buildTestCase } from '@assay/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { affordableUnits, shareOut, wantedInRound } from './plan-round.ts'
import type { GenerationProgress } from './read-generation-progress.ts'

const types: readonly QuestionType[] = ['simple', 'complex', 'double']

function progressOf(
  delivered: Partial<Record<QuestionType, number>>,
  yields: Partial<Record<QuestionType, number>>,
  calls = 0,
): GenerationProgress {
  const cases = Object.entries(delivered).flatMap(([type, count]) =>
    Array.from({ length: count }, (_, index) =>
      buildTestCase({ id: `${type} ${index}`, type: type as QuestionType }),
    ),
  )
  return {
    rows: [],
    failures: [],
    selection: { cases, duplicates: [], left: [] },
    yields: new Map(Object.entries(yields) as [QuestionType, number][]),
    calls,
  }
}

describe('the shares of the types', () => {
  it('add up to the questions and differ by one at most', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 3 }), (questions, count) => {
        const shares = [...shareOut(questions, types.slice(0, count)).values()]
        expect(shares.reduce((sum, one) => sum + one, 0)).toBe(questions)
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('a further round', () => {
  const shares = shareOut(9, types)

  it('wants nothing when all types have their share', () => {
    expect(wantedInRound(shares, 9, progressOf({ simple: 3, complex: 3, double: 3 }, { simple: 1 }))).toEqual(
      new Map(),
    )
  })

  it('wants what a type lacks, also where others filled the set', () => {
    const progress = progressOf({ simple: 4, complex: 4, double: 1 }, { simple: 1, complex: 1, double: 0.2 })
    expect(wantedInRound(shares, 9, progress)).toEqual(new Map([['double', 2]]))
  })

  it('gives the share of a type that gave nothing to those that give most', () => {
    const progress = progressOf({ simple: 3, complex: 2 }, { simple: 0.9, complex: 0.5, double: 0 })
    expect(wantedInRound(shares, 9, progress)).toEqual(
      new Map([
        ['complex', 2],
        ['simple', 2],
      ]),
    )
  })

  it('wants nothing when nothing gave anything', () => {
    expect(wantedInRound(shares, 9, progressOf({}, { simple: 0, complex: 0 }))).toEqual(new Map())
  })

  it('takes only units that keep the calls within four a delivered question', () => {
    const unit = (key: string, calls: number) => ({ key, candidates: { simple: 4 }, calls })
    const progress = progressOf({ simple: 3 }, { simple: 0.5 }, 10)
    const units = [unit('a', 9), unit('b', 11), unit('c', 8)]
    expect(affordableUnits(units, 9, progress).map(({ key }) => key)).toEqual(['a', 'c'])
    expect(affordableUnits(units, 3, progress)).toEqual([])
  })
})
