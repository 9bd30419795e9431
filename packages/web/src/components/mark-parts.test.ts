import { expect, it } from 'vitest'
import { findQuote, markParts } from './mark-parts.ts'

const mark = (start: number, end: number, kind = 'a') => ({ span: [start, end] as const, kind, label: kind })

it('parts a text into marked and plain, and loses no letter of it', () => {
  const parts = markParts('The price is 2,590 EUR.', [mark(13, 22, 'supported'), mark(0, 3)])
  expect(parts.map(({ text, mark: found }) => [text, found?.kind ?? null])).toEqual([
    ['The', 'a'],
    [' price is ', null],
    ['2,590 EUR', 'supported'],
    ['.', null],
  ])
})

it('leaves out marks that overlap an earlier one, are empty or lie outside', () => {
  const text = 'abcdef'
  const parts = markParts(text, [mark(1, 4), mark(2, 5), mark(5, 5), mark(5, 9)])
  expect(parts.map((part) => part.text)).toEqual(['a', 'bcd', 'ef'])
  expect(parts.filter((part) => part.mark !== null)).toHaveLength(1)
})

it('finds a quote word for word or not at all', () => {
  expect(findQuote('limits.md says 30 s', '30 s')).toEqual([15, 19])
  expect(findQuote('limits.md says 30 s', '40 s')).toBeNull()
  expect(findQuote('limits.md', '')).toBeNull()
})
