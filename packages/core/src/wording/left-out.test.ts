import { expect, it } from 'vitest'
import { describeUnjudged, formatHeadlineRange } from './left-out.ts'

const counts = {
  cases: 80,
  finished: 80,
  quarantined: 0,
  correct: 50,
  partiallyCorrect: 0,
  incorrect: 26,
  noAnswer: 0,
  notJudged: 4,
  errors: 0,
}
const judge = { id: 'rules', version: '1', kind: 'rules' as const, measured: null }
const summary = { counts, judge, checks: [], stopping: null, passingBounds: { low: 0.58, high: 0.63 } }

it('counts what stands in no rate and says what it leaves open', () => {
  expect(describeUnjudged(summary)).toBe(
    'In no rate: 4 of 80 not judged. Correct would be 58 % if all unjudged failed, 63 % if all passed.',
  )
})

it('says nothing where everything was judged', () => {
  expect(describeUnjudged({ ...summary, counts: { ...counts, notJudged: 0 }, passingBounds: null })).toBe('')
})

it('says why a run that stopped early did not ask the rest', () => {
  const stopping = { figure: 'passing' as const, threshold: 0.8, answer: 'below' as const }
  const early = { ...counts, finished: 20, notJudged: 0 }
  expect(describeUnjudged({ ...summary, counts: early, stopping, passingBounds: null })).toBe(
    'Stopped after 20 of 80: the answer is clear.',
  )
})

it('gives a range in place of a figure where more than a tenth was not judged', () => {
  expect(formatHeadlineRange(summary)).toBeNull()
  expect(formatHeadlineRange({ ...summary, counts: { ...counts, notJudged: 9 } })).toBe('58–63 %')
})

it('counts errors without their reasons where the cases are kept elsewhere', () => {
  const broken = { ...counts, notJudged: 0, errors: 2 }
  expect(describeUnjudged({ ...summary, counts: broken, passingBounds: null })).toBe(
    'In no rate: 2 cases ended in an error.',
  )
})
