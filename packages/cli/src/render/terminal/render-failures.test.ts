import { groupFailures } from '@assay/core/evaluation'
import { buildReport } from '@assay/testkit'
import { expect, it } from 'vitest'
import { formatOutcome } from '@assay/core/wording'
import { renderFailures } from './render-failures.ts'

const { cases, summary } = buildReport()
const [first] = cases.filter(({ testCase }) => testCase.type === 'simple')

it('uses the words of the reports for what came out and for what caused it', () => {
  const failed = {
    ...first!.result,
    passed: false,
    outcome: 'no-answer' as const,
    declining: 'over-refused' as const,
    component: 'unknown' as const,
    failedChecks: [],
    failsByChecksAlone: false,
  }
  const lines = renderFailures(groupFailures([failed], formatOutcome), cases).split('\n')
  expect(lines[0]).toBe(
    '1 case (100 %)  correctness · declined though answerable · simple  no cause observed',
  )
  expect(lines[1]).toContain(first!.testCase.question.slice(0, 20))
})

it('says so where nothing failed', () => {
  const passing = summary.cases.filter(({ passed }) => passed === true)
  expect(renderFailures(groupFailures(passing, formatOutcome), cases)).toBe('No case failed.')
})
