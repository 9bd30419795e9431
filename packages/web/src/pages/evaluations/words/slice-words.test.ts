import { expect, it } from 'vitest'
import { findWeakSlices, sortRows } from './slice-words.ts'

const row = (value: string, rate: number | null, n: number, weaker: boolean | null = null) => ({
  value,
  cases: n,
  correct: { value: rate, low: 0, high: 1, n, method: 'Wilson 95 %' },
  weaker,
  notJudged: 0,
  errors: 0,
})

it('sorts rows down to the trouble, the untested last', () => {
  const sorted = sortRows([
    row('low', 0.1, 9),
    row('untested', null, 0),
    row('high', 0.9, 9),
    row('more', 0.9, 20),
  ])
  expect(sorted.map(({ value }) => value)).toEqual(['more', 'high', 'low', 'untested'])
})

it('names only what was screened and found weaker, lowest first, and the same cases once', () => {
  const slices = [
    { by: 'tag' as const, rows: [row('numbers', 0, 14, true)] },
    {
      by: 'type' as const,
      rows: [row('simple', 0.2, 30, false), row('out-of-scope', 0, 14, true), row('split', 0.3, 10, true)],
    },
  ]
  expect(findWeakSlices(slices, 2).map(({ row: { value } }) => value)).toEqual(['out-of-scope', 'split'])
})
