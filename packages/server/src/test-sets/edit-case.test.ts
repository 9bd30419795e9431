import { buildTestCase } from '@assay/testkit'
import { expect, test } from 'vitest'
import { editCase } from './edit-case.ts'

const stamp = { by: 'Ann', at: '2026-11-24T08:00:00.000Z' }
const before = buildTestCase({
  status: 'draft',
  referenceClaims: [{ text: '1 MiB', evidence: [] }],
  validity: { 'well-formed': 'passed' },
})

test('new words are a review by who wrote them, and do not make a draft active', () => {
  expect(editCase(before, { ...before, referenceAnswer: '2 MiB' }, stamp)).toMatchObject({
    status: 'draft',
    referenceClaims: [{ text: '2 MiB' }],
    validity: { 'well-formed': 'not-tested' },
    review: { decision: 'edited', ...stamp },
  })
  expect(editCase(before, { ...before, question: 'Other?', status: 'active' }, stamp).status).toBe('active')
})

test('what differs in the order of its keys alone is the same case', () => {
  const reordered = Object.fromEntries(Object.entries(before).toReversed()) as typeof before
  expect(editCase(before, reordered, stamp)).toBe(before)
})
