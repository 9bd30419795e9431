import { expect, it } from 'vitest'
import type { VerdictRow } from '@assay/contracts'
import { answerMarks } from './answer-marks.ts'
import { claimsOf, extraClaimsOf } from './claims-of.ts'

const verdict = (over: Partial<VerdictRow>): VerdictRow => ({
  unit: 'a#0',
  caseId: 'a',
  repeat: 0,
  check: 'correctness',
  checkKey: 'k',
  outcome: 'pass',
  ...over,
})
const reference = ['30 s', '8080'].map((text) => ({ text, evidence: [] }))
const judged = verdict({
  claims: [
    { claim: 0, status: 'contradicted', span: [0, 4] },
    { claim: 1, status: 'missing' },
  ],
  extraClaims: 2,
})

it('says of each claim what the judge found, in the words a reader sees', () => {
  const claims = claimsOf(reference, [verdict({ check: 'retrieval' }), judged])
  expect(claims.map(({ word, span }) => [word, span])).toEqual([
    ['contradicted', [0, 4]],
    ['missing', null],
  ])
  expect(extraClaimsOf([judged])).toBe(2)
})

it('marks claims in the answer, and beside them what checks point at', () => {
  const check = verdict({
    check: 'faithfulness',
    spans: [
      { start: 2, end: 9, label: 'unsupported' },
      { start: 10, end: 14, label: 'unsupported' },
      { start: 0, end: 3, label: 'email', at: '$.contexts[0].text' },
    ],
  })
  const marks = answerMarks(claimsOf(reference, [judged]), [judged, check], 0)
  expect(marks.map(({ span, kind, isStrong }) => [span, kind, isStrong])).toEqual([
    [[0, 4], 'contradicted', true],
    [[10, 14], 'extra', undefined],
  ])
})
