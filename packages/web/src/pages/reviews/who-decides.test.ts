import { expect, test } from 'vitest'
import { missingReviewers, peopleWho, standingDecision, waitsForPerson } from './who-decides.ts'

const ada = { id: 'a', name: 'Ada' }
const ben = { id: 'b', name: 'Ben' }
const said = (by: typeof ada, decision: 'approve' | 'block', outdated = false) => ({
  by,
  decision,
  why: 'because',
  at: '2026-01-01T00:00:00.000Z',
  outdated,
  own: false,
})

test('the last word of a person counts, and none that is outdated', () => {
  const decisions = [said(ada, 'approve'), said(ada, 'block'), said(ben, 'approve', true)]
  expect(standingDecision({ decisions }, 'a')?.decision).toBe('block')
  expect(standingDecision({ decisions }, 'b')).toBeNull()
  expect(peopleWho({ decisions, requiredReviewers: [] }, 'approve')).toEqual([])
  expect(peopleWho({ decisions, requiredReviewers: [] }, 'block')).toEqual([ada])
})

test('a required reviewer is missing until a word of theirs counts', () => {
  const review = {
    decisions: [said(ada, 'approve'), said(ben, 'approve', true)],
    requiredReviewers: [ada, ben],
  }
  expect(missingReviewers(review)).toEqual([ben])
  expect(waitsForPerson({ ...review, status: 'open' }, 'b')).toBe(true)
  expect(waitsForPerson({ ...review, status: 'open' }, 'a')).toBe(false)
  expect(waitsForPerson({ ...review, status: 'withdrawn' }, 'b')).toBe(false)
})
