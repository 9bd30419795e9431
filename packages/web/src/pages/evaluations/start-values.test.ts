import { expect, it } from 'vitest'
import { planOf, toStartBody } from './start-values.ts'

const sets = [
  { active: 100, tags: { price: 30, follow: 20 } },
  { active: 40, tags: { price: 60 } },
]
const values = { tags: [], repeats: 3, limit: null }

it('multiplies the active cases by how often each is asked', () => {
  expect(planOf(values, sets)).toEqual({ cases: 140, questions: 420, isAtMost: false })
  expect(planOf({ ...values, limit: 50 }, sets)?.questions).toBe(150)
  expect(planOf(values, [])).toBeNull()
})

it('says at most where tags decide, and never more than a set holds', () => {
  expect(planOf({ ...values, tags: ['price', 'follow'], repeats: 1 }, sets)).toEqual({
    cases: 90,
    questions: 90,
    isAtMost: true,
  })
})

it('leaves out of the request what was left empty', () => {
  const body = toStartBody({
    name: ' ',
    targetId: 't',
    targetVersion: null,
    testSetIds: ['s'],
    tags: [],
    checkIds: [],
    judge: '',
    repeats: 1,
    gates: ['correctness < 0.8'],
    budgetUsd: null,
    limit: null,
  })
  expect(body).toEqual({
    targetId: 't',
    testSetIds: ['s'],
    tags: [],
    checkIds: [],
    judge: 'rules',
    repeats: 1,
    gates: ['correctness < 0.8'],
    budgetUsd: null,
  })
})
