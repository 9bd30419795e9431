import { expect, it } from 'vitest'
import { referencePassages, retrievedPassages } from './passages-of.ts'

const text = 'Timeouts\n\nThe default is 30 s. The longest is 90 s.'
const references = [{ id: 'c1', source: 'limits.md', titlePath: ['Limits'], text }]
const evidence = (quote: string, start = text.indexOf(quote)) => [
  { chunkId: 'c1', start, end: start + quote.length, quote },
]
const testCase = {
  referenceClaims: [
    { text: 'a', evidence: evidence('30 s') },
    { text: 'b', evidence: evidence('90 s', 0) },
  ],
}

it('lights up the evidence of the claim that is looked at', () => {
  const [passage] = referencePassages({ testCase, references, selected: 1 })
  expect(passage?.title).toBe('limits.md › Limits')
  expect(passage?.marks.map(({ span, isStrong }) => [text.slice(...span), isStrong])).toEqual([
    ['30 s', false],
    ['90 s', true],
  ])
  expect(passage?.isLit).toBe(true)
})

it('knows a reference passage among the retrieved by id or text, and marks nothing in the others', () => {
  const other = { id: 'x', text: 'Nothing about 30 s.', score: 7.23456 }
  const passages = retrievedPassages([other, { text }], { testCase, references })
  expect(passages.map(({ title, isReference, marks }) => [title, isReference, marks.length])).toEqual([
    ['x · score 7.23', false, 0],
    ['limits.md › Limits', true, 2],
  ])
})
