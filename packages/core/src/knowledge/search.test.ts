import type { Chunk } from '@assay/contracts'
import { describe, expect, test } from 'vitest'
import { createSearchIndex } from './search.ts'

const chunk = (id: string, text: string, titlePath: string[] = []): Chunk => ({
  id,
  documentId: 'd',
  source: 'a.md',
  titlePath,
  text,
  start: 0,
  end: text.length,
  page: null,
  language: 'en',
  tokens: 3,
  kind: 'prose',
})
const chunks = [
  chunk('limit', 'The default is 1 MB.', ['Server', 'bodyLimit']),
  chunk('close', 'Closing waits for open requests.'),
  chunk('other', 'Nothing of interest.'),
]
const unit = (...values: number[]) => Float32Array.from(values, (value) => value / Math.hypot(...values))

describe('createSearchIndex', () => {
  test('searches by words alone without vectors and says which words matched', () => {
    const hits = createSearchIndex({ chunks, vectors: null }).search('default body limit', { k: 5 })
    expect(hits.map((hit) => hit.chunk.id)).toEqual(['limit'])
    expect(hits[0]?.why.words.map(({ word }) => word).toSorted()).toEqual(['body', 'default', 'limit'])
    expect(hits[0]?.why).toMatchObject({ lexicalRank: 1, vectorRank: null, similarity: null })
  })

  test('joins both lists by reciprocal rank and tells each rank', () => {
    const vectors = [unit(1, 0), unit(0, 1), unit(1, 1)]
    const index = createSearchIndex({ chunks, vectors })
    const hits = index.search('closing requests', { k: 3, queryVector: unit(1, 0.1) })
    expect(hits[0]?.chunk.id).toBe('close')
    expect(hits[0]?.why).toMatchObject({ lexicalRank: 1, vectorRank: 3 })
    expect(hits[0]?.score).toBeCloseTo(1 / 61 + 1 / 63, 10)
    expect(hits[1]?.why).toMatchObject({ lexicalRank: null, vectorRank: 1, words: [] })
    expect(hits[1]?.why.similarity).toBeCloseTo(1 / Math.hypot(1, 0.1), 5)
  })

  test('gives at most k hits', () => {
    const vectors = [unit(1, 0), unit(0, 1), unit(1, 1)]
    const hits = createSearchIndex({ chunks, vectors }).search('the', { k: 2, queryVector: unit(1, 0) })
    expect(hits).toHaveLength(2)
  })
})
