import type { Chunk, TestCase } from '@assay/contracts'
import { describe, expect, test } from 'vitest'
import { findStaleCases } from './find-stale-cases.ts'

const chunk = (id: string, text: string): Chunk => ({
  id,
  documentId: 'd',
  source: 'a.md',
  titlePath: [],
  text,
  start: 0,
  end: text.length,
  page: null,
  language: 'en',
  tokens: 3,
  kind: 'prose',
})
const quote = 'the limit is 1 MB by default'
const text = `In short, ${quote}.`
const testCase: TestCase = {
  id: 'case',
  question: 'What is the limit?',
  history: [],
  referenceAnswer: '1 MB',
  referenceClaims: [
    { text: '1 MB', evidence: [{ chunkId: 'one', start: 10, end: 10 + quote.length, quote }] },
  ],
  referenceContexts: ['one'],
  type: 'simple',
  level: 'easy',
  topic: null,
  language: 'en',
  clusterKey: 'k',
  tags: [],
  provenance: { generator: 'person' },
  validity: {},
  status: 'draft',
}

describe('findStaleCases', () => {
  test('a case whose quotes stand is not stale', () => {
    expect(findStaleCases([testCase], [chunk('one', text)])).toEqual([])
  })

  test('a quote that moved to another passage can be repaired', () => {
    const [stale] = findStaleCases([testCase], [chunk('two', `More words. ${text}`)])
    expect(stale?.repairable).toBe(true)
    expect(stale?.reasons).toEqual([
      { kind: 'context-gone', chunkId: 'one' },
      { kind: 'quote-moved', chunkId: 'one', quote, movedTo: 'two' },
    ])
  })

  test('a quote whose words changed is stale', () => {
    const [stale] = findStaleCases([testCase], [chunk('two', text.replace('1 MB', '2 MB'))])
    expect(stale).toMatchObject({
      repairable: false,
      reasons: [{ kind: 'context-gone' }, { kind: 'quote-gone' }],
    })
  })
})
