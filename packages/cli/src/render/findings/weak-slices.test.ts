import { buildReport } from '@assay/testkit'
import { expect, it } from 'vitest'
import { findWeakSlices } from './weak-slices.ts'

const { summary } = buildReport()

it('names the slices that lie wholly below the rest, lowest first, with the cause most failures share', () => {
  const named = findWeakSlices(summary, 3).map(({ by, row, cause }) => [by, row.value, cause])
  expect(named).toEqual([
    ['type', 'out-of-scope', 'it answers anyway'],
    ['source', 'limits.md', 'not found even by its own words'],
  ])
})

it('does not name the same failures twice under another name', () => {
  const values = findWeakSlices(summary, 9).map(({ row }) => row.value)
  expect(values).toContain('limits.md')
  expect(values).not.toContain('limits and quotas')
})

it('names nothing where every slice does as well as the rest', () => {
  const even = summary.slices.map(({ by, rows }) => ({
    by,
    rows: rows.map((row) => ({ ...row, correct: { ...summary.correctness } })),
  }))
  expect(findWeakSlices({ ...summary, slices: even }, 3)).toEqual([])
})

it('says nothing of slices with under five judged cases', () => {
  const tiny = summary.slices.map(({ by, rows }) => ({
    by,
    rows: rows.map((row) => ({ ...row, correct: { ...row.correct, n: 4, high: 0 } })),
  }))
  expect(findWeakSlices({ ...summary, slices: tiny }, 3)).toEqual([])
})
