import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBm25Index } from './bm25-index.ts'

const words = fc.array(fc.constantFrom('body', 'limit', 'server', 'close', 'hook', 'reply'), { minLength: 1 })
const corpus = fc.array(
  words.map((list) => list.join(' ')),
  { minLength: 1, maxLength: 30 },
)

describe('createBm25Index', () => {
  test('scores by the formula of Robertson and Zaragoza', () => {
    const index = createBm25Index(['hook hook reply', 'reply', 'server close body limit'])
    const idf = Math.log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    const norm = 1.2 * (1 - 0.75 + (0.75 * 3) / (8 / 3))
    expect(index.search('hook', 10)[0]?.score).toBeCloseTo((idf * 2 * 2.2) / (2 + norm), 5)
  })

  test('finds an identifier by its parts and puts the exact name first', () => {
    const index = createBm25Index(['the limit of the body', 'set bodyLimit to 1', 'nothing here'])
    expect(index.search('body limit', 3).map(({ index: at }) => at)).toContain(1)
    expect(index.search('bodyLimit', 3)[0]?.index).toBe(1)
    expect(index.search('bodyLimit', 3).map(({ index: at }) => at)).not.toContain(2)
  })

  test('the weights of the words add up to the score, and no higher score is left out', () => {
    fc.assert(
      fc.property(corpus, words, fc.integer({ min: 1, max: 5 }), (texts, query, k) => {
        const index = createBm25Index(texts)
        const text = query.join(' ')
        const sum = (document: number) =>
          index.explain(text, document).reduce((total, { weight }) => total + weight, 0)
        const found = index.search(text, k)
        for (const { index: document, score } of found) expect(sum(document)).toBeCloseTo(score, 4)
        const expected = texts.map((_, document) => sum(document)).filter((score) => score > 0)
        const best = expected.toSorted((left, right) => right - left).slice(0, k)
        expect(found.length).toBe(best.length)
        for (const [place, score] of best.entries()) expect(found[place]?.score).toBeCloseTo(score, 4)
      }),
    )
  })

  test('answers nothing for an empty index, an empty query and unknown words', () => {
    expect(createBm25Index([]).search('a', 3)).toEqual([])
    expect(createBm25Index(['a text']).search('', 3)).toEqual([])
    expect(createBm25Index(['a text']).search('unknown', 3)).toEqual([])
  })
})
