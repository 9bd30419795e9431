import type { TestCase } from '@assay/contracts'
import { buildTestCase } from '@assay/testkit'
import { describe, expect, test } from 'vitest'
import { createDuplicateGuard } from './near-duplicate.ts'
import { validateCase } from './validate-case.ts'
import type { ValidationContext } from './validation.ts'

const quote = 'The timeout is 30 s.'
const context = { chunks: new Map([['c', { text: `Intro. ${quote} End.` }]]) } as unknown as ValidationContext
const key = {
  kind: 'number' as const,
  value: '30 s',
  unit: 's',
  aliases: ['30 seconds'],
  knownWrong: ['5 s'],
  subject: 'server',
  attribute: 'timeout',
}
const claim = { text: quote, evidence: [{ chunkId: 'c', start: 7, end: 7 + quote.length, quote }], key }
const make = (changes: Partial<TestCase> = {}): TestCase =>
  buildTestCase({
    question: 'What is the timeout of the server?',
    history: [],
    referenceAnswer: quote,
    referenceClaims: [claim],
    type: 'simple',
    ...changes,
  })
const reject = (changes: Partial<TestCase>) => {
  const outcome = validateCase(make(changes), context)
  return outcome.valid ? null : outcome.rejectedBy
}

describe('validateCase', () => {
  test('a sound case says what was tested', () => {
    expect(validateCase(make(), context)).toEqual({
      valid: true,
      validity: {
        'well-formed': 'passed',
        'self-contained': 'passed',
        'quotes-verbatim': 'passed',
        'answerable-from-contexts': 'passed',
        'answer-not-leaked': 'passed',
      },
    })
  })

  test.each([
    ['what is the timeout?', 'well-formed'],
    ['What is the the timeout?', 'well-formed'],
    ['What is the `timeout of the server?', 'well-formed'],
    ['What does the following section say of the server?', 'self-contained'],
    ['What is its timeout?', 'self-contained'],
    ['Why is the timeout of the server 30 seconds?', 'answer-not-leaked'],
  ])('rejects "%s" by %s', (question, by) => {
    expect(reject({ question })).toBe(by)
  })

  test('an ellipsis is sound when the history carries its subject', () => {
    expect(
      reject({
        question: 'And what is its timeout?',
        type: 'conversational',
        history: [{ role: 'user', content: 'Tell me about the server.' }],
      }),
    ).toBeNull()
  })

  test('a quote must be the very slice', () => {
    expect(
      reject({
        referenceClaims: [{ ...claim, evidence: [{ chunkId: 'c', start: 8, end: 8 + quote.length, quote }] }],
      }),
    ).toBe('quotes-verbatim')
  })

  test('the key must stand in the quotes', () => {
    expect(reject({ referenceClaims: [{ ...claim, key: { ...key, value: '40 s', aliases: [] } }] })).toBe(
      'answerable-from-contexts',
    )
  })

  test('a name is given away by most of its own words', () => {
    const named = { ...key, kind: 'identifier' as const, value: 'server.timeout', aliases: ['30 s'] }
    const question = 'Which option sets the timeout of requests?'
    expect(reject({ question, referenceClaims: [{ ...claim, key: named }] })).toBe('answer-not-leaked')
  })

  test('a distractor must not speak of the asked subject', () => {
    expect(
      reject({
        type: 'distracting',
        question: 'The port of the server is 80. What is the timeout of the server?',
      }),
    ).toBe('distractor-keeps-answer')
    expect(
      reject({
        type: 'distracting',
        question: 'The timeout of the client is 5 s. What is the timeout of the server?',
      }),
    ).toBeNull()
  })
})

test('near-duplicates share their words; another name, number or code makes another question', () => {
  const guard = createDuplicateGuard()
  guard.add({ question: 'What is the default port of `a`?', history: [] })
  expect(guard.findTwin({ question: 'What is a default port of `a`?', history: [] })).not.toBeNull()
  expect(guard.findTwin({ question: 'What is the default port of `b`?', history: [] })).toBeNull()
})
