import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TokenInterner } from './token-interner.ts'
import { findWords, splitWhitespace } from './tokenisers/split-whitespace.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀'), minLength: 1, maxLength: 3 })
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '  ', '\t', '\u00a0', '\u0085')), { maxLength: 400 })
  .map((parts) => parts.flat().join(''))

test('equal words have equal numbers, different words different ones, in both ways of reading', () => {
  const interner = new TokenInterner()
  fc.assert(
    fc.property(text, text, (left, right) => {
      interner.reset()
      const numbers = new Map<string, number>()
      const expected = [left, right].map((each) =>
        splitWhitespace(each).map((found) => {
          if (!numbers.has(found)) numbers.set(found, numbers.size)
          return numbers.get(found)
        }),
      )
      expect([interner.internWords(left), interner.intern(findWords(right))]).toEqual(expected)
      expect(interner.size).toBe(numbers.size)
      for (const [found, id] of numbers) expect(interner.textOf(id)).toBe(found)
    }),
    { numRuns: 200 },
  )
})

test('more words than the table holds at first are kept apart', () => {
  const interner = new TokenInterner()
  const many = Array.from({ length: 20_000 }, (_, index) => `w${index}`).join(' ')
  expect(interner.internWords(many)).toEqual(Array.from({ length: 20_000 }, (_, index) => index))
  interner.reset()
  expect(interner.internWords('w5 w6 w5')).toEqual([0, 1, 0])
})
