import { expect, it } from 'vitest'
import { buildReport } from '@assay/testkit'
import { summariseMatrix, type MatrixSide } from './summarise-matrix.ts'

/** A setting under which the first `passing` of 60 cases pass. */
function side(setting: string, passing: number, texts: readonly string[] = ['a']): MatrixSide {
  const { summary } = buildReport({ size: 1 })
  const [template] = summary.cases
  if (template === undefined) throw new Error('the built summary has no case')
  const cases = Array.from({ length: 60 }, (_, index) => ({
    ...template,
    caseId: `c${index}`,
    clusterKey: `c${index}`,
    passed: index < passing,
    passRate: Number(index < passing),
  }))
  return {
    setting,
    summary: { ...summary, cases },
    answers: new Map(cases.map(({ caseId }) => [caseId, texts])),
  }
}

it('compares every pair, and the rows with the first', () => {
  const { rows, pairs } = summariseMatrix('m', [side('a', 20), side('b', 50), side('c', 50)], 0.03)
  expect(pairs.map(({ first, second }) => `${first}${second}`)).toEqual(['ab', 'ac', 'bc'])
  expect(rows.map(({ againstFirst }) => againstFirst?.verdict)).toEqual([undefined, 'better', 'better'])
})

it('claims no winner of many that are ahead by chance', () => {
  const alone = summariseMatrix('m', [side('a', 30), side('b', 36)], 0.03)
  expect(alone.pairs[0]?.difference.verdict).toBe('better')
  const many = summariseMatrix(
    'm',
    [30, 36, 36, 36, 36, 36, 36].map((passing, index) => side(`s${index}`, passing)),
    0.03,
  )
  expect(many.pairs[0]).toMatchObject({ difference: { verdict: 'not enough cases to tell' } })
  expect(many.pairs[0]?.adjustedP).toBeGreaterThan(alone.pairs[0]?.adjustedP ?? 1)
})

it('measures how alike repeats are, and says nothing of one answer', () => {
  const { rows } = summariseMatrix(
    'm',
    [side('a', 1, ['x', 'x']), side('b', 1, ['x', 'y']), side('c', 1)],
    0.03,
  )
  expect(rows.map(({ repeatability }) => repeatability.distinctAnswers)).toEqual([1, 2, null])
  expect(rows.map(({ repeatability }) => repeatability.identicalAnswers?.value)).toEqual([1, 0, undefined])
})
