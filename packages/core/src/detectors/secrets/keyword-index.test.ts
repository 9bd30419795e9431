import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createKeywordIndex } from './keyword-index.ts'

it('finds all keywords wherever a plain search does, whatever the case', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '_', '-'), minLength: 2, maxLength: 5 })
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'B', '_', '-', 'é', '@') })
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 6 }), letters, (keywords, text) => {
      const found = [...createKeywordIndex([{ keywords }])(text)].map(({ at, keyword }) => `${at} ${keyword}`)
      const expected = keywords.flatMap((keyword) =>
        Array.from({ length: text.length }, (_, at) => at)
          .filter((at) => text.toLowerCase().startsWith(keyword, at))
          .map((at) => `${at} ${keyword}`),
      )
      expect(found.toSorted()).toEqual(expected.toSorted())
    }),
  )
})

it('gives a keyword with all rules that have it', () => {
  const rules = [{ keywords: ['key'] }, { keywords: ['key', 'token'] }]
  expect([...createKeywordIndex(rules)('KEY')].map(({ rules: of }) => of)).toEqual([rules])
})
