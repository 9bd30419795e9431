import { buildReport } from '@assay/testkit'
import { expect, it } from 'vitest'
import { describeJudge } from './describe-judge.ts'

const { judge } = buildReport().summary

it('says how often the judge is known to be wrong', () => {
  expect(describeJudge({ judge, correction: null })).toBe(
    'fixed rules; wrong on 4 % of labelled answers (2–7)',
  )
})

it('says so when the error is not measured, or only by side', () => {
  expect(
    describeJudge({ judge: { ...judge, kind: 'model', id: 'openai:gpt', measured: null }, correction: null }),
  ).toBe('judged by openai:gpt; unmeasured (assay judge label)')
  const { errorRate: _, ...bySide } = judge.measured!
  expect(describeJudge({ judge: { ...judge, measured: bySide }, correction: null })).toBe(
    'fixed rules; agrees with labels on 97 % of right and 95 % of wrong answers (n = 300)',
  )
})

it('says what people found of its verdicts where they labelled some, in a line', () => {
  const correction = {
    from: 'this run',
    right: 29,
    wrong: 0,
    otherwise: 13,
    estimate: null,
    refusal: 'too few labels',
    range: null,
  } as const
  const said = describeJudge({ judge, correction })
  expect(said).toBe('fixed rules; people found 13 of 29 labelled answers otherwise')
  expect(said.length).toBeLessThanOrEqual(76)
})
