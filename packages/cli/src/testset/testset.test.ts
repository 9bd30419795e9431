import { buildTestCase } from '@assay/testkit'
import { describe, expect, test } from 'vitest'
import { startReview, takeEdit } from '@assay/core/testsets'
import { describeCounts, countTestSet } from './describe-test-set.ts'
import { renderReviewScreen } from './render-review-screen.ts'

const stamp = { by: 'ann', at: '2026-01-02T03:04:05.000Z' }
const claim = { text: '1 MiB', evidence: [{ chunkId: 'c', start: 0, end: 5, quote: '1 MiB' }] }

describe('an edited case', () => {
  const before = buildTestCase({
    status: 'draft',
    referenceClaims: [claim],
    validity: { 'well-formed': 'passed' },
  })

  test('with new words is active and reviewed by who edited it', () => {
    const edited = takeEdit(before, { ...before, referenceAnswer: '2 MiB' }, stamp)
    expect(edited).toMatchObject({
      status: 'active',
      review: { decision: 'edited', ...stamp },
      validity: { 'well-formed': 'not-tested' },
    })
    expect(edited.referenceClaims).toEqual([{ text: '2 MiB', evidence: claim.evidence }])
  })

  test('keeps claims that the person wrote', () => {
    const own = [{ text: 'two', evidence: [] }]
    expect(
      takeEdit(before, { ...before, referenceAnswer: '2 MiB', referenceClaims: own }, stamp).referenceClaims,
    ).toEqual(own)
  })

  test('with another field changed has no review', () => {
    const edited = takeEdit(before, { ...before, tags: ['a'] }, stamp)
    expect(edited).toEqual({ ...before, tags: ['a'] })
    expect(takeEdit(before, { ...before }, stamp)).toBe(before)
  })
})

describe('the review screen', () => {
  const long = 'word '.repeat(60).trim()
  const testCase = buildTestCase({
    question: `${long}?`,
    history: [{ role: 'user', content: long }],
    referenceAnswer: long,
    topic: 'A topic with a name that is much too long for a narrow terminal',
  })
  const screen = renderReviewScreen(
    startReview([testCase]),
    () => [{ quote: long, source: 'limits.md › Server' }],
    60,
  )

  test('fits into 60 columns', () => {
    for (const line of screen.split('\n')) expect(line.length).toBeLessThanOrEqual(60)
  })

  test('shows question, history, reference, quote, source, type and keys', () => {
    for (const part of [
      'question',
      'user',
      'reference',
      'quote',
      'limits.md',
      'simple',
      'a accept',
      'case 1 of 1, 1 not decided',
    ])
      expect(screen).toContain(part)
  })

  test('lets no control characters of a text through', () => {
    const evil = buildTestCase({ question: 'What\u001B[31m is it?' })
    expect(renderReviewScreen(startReview([evil]), () => [], 60)).not.toContain('\u001B')
  })
})

test('counts name what has no reference answer', () => {
  const cases = [buildTestCase({ id: 'a' }), buildTestCase({ id: 'b', type: 'double', referenceAnswer: '' })]
  const text = describeCounts('set.jsonl', countTestSet(cases), 80).join('\n')
  expect(text).toContain('set.jsonl: 2 cases')
  expect(text).toContain('simple 1, double 1')
  expect(text).toContain('1 without a reference answer')
})
