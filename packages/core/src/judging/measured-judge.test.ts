import { expect, it } from 'vitest'
import { measuredJudge } from './measured-judge.ts'
import { createRulesJudge } from './rules/create-rules-judge.ts'

it('tells the error of the rules in the version that was measured, and of no other judge', () => {
  const judge = createRulesJudge()
  const measured = measuredJudge(judge)
  expect(measured?.truePositiveRate.n).toBeGreaterThan(1000)
  expect(measured?.n).toBe((measured?.truePositiveRate.n ?? 0) + (measured?.trueNegativeRate.n ?? 0))
  expect(measuredJudge({ ...judge, version: '0' })).toBeNull()
  expect(measuredJudge({ id: 'openai:gpt', version: judge.version })).toBeNull()
})
