import { buildReport } from '@assay/testkit'
import { expect, it } from 'vitest'
import { findWeakSlices } from './weak-slices.ts'

const { summary } = buildReport()
const answeredWrong = summary.cases.map((each) => ({
  ...each,
  component: each.passed === false ? ('generation' as const) : null,
}))

it('names the slices that were found weaker, lowest first, with the cause most failures share', () => {
  const named = findWeakSlices(summary, 3).map(({ by, row, cause }) => [by, row.value, cause])
  expect(named).toEqual([
    ['type', 'out-of-scope', 'it answers anyway'],
    ['source', 'limits.md', 'nothing of it was ever retrieved'],
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
    rows: rows.map((row) => ({ ...row, weaker: false })),
  }))
  expect(findWeakSlices({ ...summary, slices: even, cases: answeredWrong }, 3)).toEqual([])
})

it('names a tag by the cases that carry it', () => {
  const failing = summary.cases.filter(({ passed }) => passed === false).map(({ caseId }) => caseId)
  const cases = answeredWrong.map((each) => ({
    ...each,
    tags: failing.includes(each.caseId) ? ['numbers'] : [],
  }))
  const row = {
    value: 'numbers',
    cases: 20,
    correct: summary.correctness,
    weaker: true,
    notJudged: 0,
    errors: 0,
  }
  const slices = [{ by: 'tag' as const, rows: [row] }]
  expect(findWeakSlices({ ...summary, cases, slices }, 3)).toMatchObject([
    { by: 'tag', row: { value: 'numbers' }, cause: expect.stringContaining('wrong') },
  ])
})

it('names a source that was never found from few cases on', () => {
  const tiny = summary.slices.map(({ by, rows }) => ({
    by,
    rows: rows.map((row) => ({ ...row, weaker: null })),
  }))
  expect(findWeakSlices({ ...summary, slices: tiny }, 3)).toMatchObject([
    { by: 'source', row: { value: 'limits.md' } },
  ])
})
