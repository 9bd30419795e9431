import { expect, it } from 'vitest'
import { byWaiting, countWaiting } from './count-waiting.ts'

const standing = (name: string, needs: object, lastChangeAt = '2026-01-01T00:00:00Z') => ({
  name,
  lastChangeAt,
  needsPerson: { openReviews: 0, waitingLabels: 0, proposals: 0, failedEvaluations: 0, ...needs },
})

it('counts everything that waits', () => {
  expect(countWaiting(standing('a', { openReviews: 1, waitingLabels: 20, proposals: 2 }))).toBe(23)
})

it('puts a review before any number of labels, and what changed last before what rests', () => {
  const sorted = [
    standing('rests', {}),
    standing('changed', {}, '2026-02-01T00:00:00Z'),
    standing('labels', { waitingLabels: 500 }),
    standing('failed', { failedEvaluations: 1 }),
    standing('review', { openReviews: 1 }),
  ].sort(byWaiting)
  expect(sorted.map(({ name }) => name)).toEqual(['review', 'failed', 'labels', 'changed', 'rests'])
})
