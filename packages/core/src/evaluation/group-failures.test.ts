import { buildReport } from '@assay/testkit'
import { expect, it } from 'vitest'
import { must } from '../must.ts'
import { groupFailures } from './group-failures.ts'

const { summary } = buildReport()
const example = must(
  summary.cases.find(({ type }) => type === 'simple'),
  'a simple case',
)
const failed = {
  ...example,
  passed: false,
  outcome: 'no-answer' as const,
  component: null,
  failedChecks: [],
  failsByChecksAlone: false,
}

it('parts and names failures by the words of their outcome', () => {
  const cases = [
    { ...failed, declining: 'over-refused' as const },
    { ...failed, declining: 'over-refused' as const },
    { ...failed, declining: null },
    { ...failed, failsByChecksAlone: true, failedChecks: ['no apology', 'json'] },
  ]
  const groups = groupFailures(cases, ({ declining }) =>
    declining === 'over-refused' ? 'declined though answerable' : 'no answer',
  )
  expect(groups.map(({ label, cases: count, share }) => [label, count, share])).toEqual([
    ['correctness · declined though answerable · simple', 2, 0.5],
    ['correctness · no answer · simple', 1, 0.25],
    ['no apology · failed · simple', 1, 0.25],
  ])
})

it('keeps components apart, and cases that pass out', () => {
  const cases = [
    { ...failed, component: 'retrieval' as const },
    { ...failed, component: 'unknown' as const },
    { ...failed, passed: true },
  ]
  const groups = groupFailures(cases, () => 'incorrect')
  expect(new Set(groups.map(({ component }) => component))).toEqual(new Set(['retrieval', 'unknown']))
})
