import { expect, test } from 'vitest'
import { casesIn, casesOf, countedEvaluations, largestCategory } from './category-counts.ts'

const count = (evaluationId: string, cases: number) => ({ evaluationId, version: `v-${evaluationId}`, cases })
const category = (name: string, counts: ReturnType<typeof count>[]) => ({
  id: name,
  name,
  description: '',
  counts,
})

const categories = [
  category('invents', [count('b', 2), count('c', 1)]),
  category('never declines', [count('a', 9), count('c', 4)]),
]

test('evaluations stand once, oldest first', () => {
  expect(countedEvaluations(categories).map(({ evaluationId }) => evaluationId)).toEqual(['a', 'b', 'c'])
})

test('what is not counted is none', () => {
  const [invents] = categories
  expect(casesIn({ counts: invents?.counts ?? [] }, 'a')).toBe(0)
  expect(casesOf({ counts: invents?.counts ?? [] })).toBe(3)
})

test('the largest is of the newest evaluation, not of all', () => {
  expect(largestCategory(categories)).toMatchObject({ name: 'never declines', cases: 4 })
  expect(largestCategory([category('empty', [])])).toBeNull()
})
