import type { QueueRow } from '@assay/contracts/hub'
import { expect, test } from 'vitest'
import { emptyTrail, endTrail, replaceRow, returnTo, showRow, shownRow, stepBack } from './queue-trail.ts'

const row = (id: string, caseId = id) => ({ id, caseId }) as QueueRow

test('rows stand in the order in which they were seen, and one can go back', () => {
  const trail = showRow(showRow(emptyTrail, row('a')), row('b'))
  expect(shownRow(trail)?.id).toBe('b')
  expect(shownRow(stepBack(trail))?.id).toBe('a')
  expect(shownRow(stepBack(stepBack(trail)))?.id).toBe('a')
})

test('a row that comes again stands once, behind the others', () => {
  const trail = showRow(showRow(showRow(emptyTrail, row('a')), row('b')), row('a'))
  expect(trail.rows.map(({ id }) => id)).toEqual(['b', 'a'])
  expect(shownRow(trail)?.id).toBe('a')
})

test('behind the end nothing is shown, and what was labelled is found again', () => {
  const trail = endTrail(showRow(showRow(emptyTrail, row('a')), row('b')))
  expect(shownRow(trail)).toBeNull()
  expect(shownRow(stepBack(trail))?.id).toBe('b')
  expect(shownRow(returnTo(trail, row('a', 'new')))?.caseId).toBe('new')
  expect(replaceRow(trail, row('b', 'new')).rows[1]?.caseId).toBe('new')
})
