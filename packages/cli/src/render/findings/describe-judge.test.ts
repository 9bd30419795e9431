import { buildReport } from '@assay/testkit'
import { expect, it } from 'vitest'
import { describeJudge } from './describe-judge.ts'

const { judge } = buildReport().summary

it('says how often the judge is known to be wrong', () => {
  expect(describeJudge(judge)).toBe('fixed rules; wrong on 4 % of labelled answers (2–7)')
})

it('says so when the error is not measured, or only by side', () => {
  expect(describeJudge({ ...judge, kind: 'model', id: 'openai:gpt', measured: null })).toBe(
    'judged by openai:gpt; unmeasured (assay judge label)',
  )
  const { errorRate: _, ...bySide } = judge.measured!
  expect(describeJudge({ ...judge, measured: bySide })).toBe(
    'fixed rules; agrees with labels on 97 % of right and 95 % of wrong answers (n = 300)',
  )
})
