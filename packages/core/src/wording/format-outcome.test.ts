import type { CaseResult } from '@assay/contracts'
import { buildReport } from '@assay/testkit'
import { expect, it } from 'vitest'
import { formatOutcome } from './format-outcome.ts'

const [built] = buildReport().cases
const result = (changes: Partial<CaseResult>): CaseResult => ({ ...built!.result, ...changes })

it('says whether an out-of-scope question was declined, and else whether the answer was correct', () => {
  expect(formatOutcome(result({ type: 'simple', outcome: 'partially-correct' }))).toBe('partially correct')
  expect(
    formatOutcome(result({ type: 'out-of-scope', outcome: 'incorrect', declining: 'answered-anyway' })),
  ).toBe('answered anyway')
  expect(formatOutcome(result({ type: 'out-of-scope', outcome: 'not-judged', declining: 'partly' }))).toBe(
    'not judged',
  )
  expect(formatOutcome(result({ type: 'simple', outcome: 'no-answer', declining: 'over-refused' }))).toBe(
    'declined though answerable',
  )
})
