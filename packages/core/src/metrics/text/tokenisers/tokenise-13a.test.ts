import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitWhitespace } from './split-whitespace.ts'
import { tokenise13a } from './tokenise-13a.ts'
import { toStrings } from './tokens.ts'

/** The four substitutions of the original, one after the other. */
function substitute(text: string): string[] {
  return splitWhitespace(
    ` ${text.replaceAll('\n', ' ')} `
      .replaceAll(/([{-~[-` -&(-+:-@/])/g, ' $1 ')
      .replaceAll(/([^0-9])([.,])/g, '$1 $2 ')
      .replaceAll(/([.,])([^0-9])/g, ' $1 $2')
      .replaceAll(/([0-9])(-)/g, '$1 $2 '),
  )
}

test('one pass gives what the four substitutions give', () => {
  const character = fc.constantFrom('.', ',', '-', '1', '5', 'a', 'é', ' ', '\u00a0', '(', "'", '😀', '—')
  fc.assert(
    fc.property(fc.array(character, { maxLength: 14 }), (characters) => {
      const text = characters.join('')
      expect(toStrings(tokenise13a(text))).toEqual(substitute(text))
    }),
    { numRuns: 3000 },
  )
})

test('lines are joined and entities decoded before words are split', () => {
  expect(toStrings(tokenise13a('a well-\nknown &quot;rule&quot;<skipped>'))).toEqual([
    'a',
    'wellknown',
    '"',
    'rule',
    '"',
  ])
})
