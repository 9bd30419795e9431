import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPlural, singular, singularPhrase, stem } from './inflect.ts'
import { inlineText } from './inline-text.ts'
import { buildLexicon } from './lexicon.ts'
import { numberToWords, wordsToNumber } from './number-words.ts'
import { readVerb, thirdPerson } from './verb-forms.ts'

test.each([
  ['policies', 'policy'],
  ['boxes', 'box'],
  ['status', 'status'],
  ['addresses', 'address'],
  ['people', 'person'],
])('the singular of %s is %s', (plural, one) => {
  expect(singular(plural)).toBe(one)
})

test('any word has a singular, also one that objects know', () => {
  fc.assert(
    fc.property(fc.constantFrom('constructor', 'toString', '__proto__', 'valueOf'), (word) => {
      expect(singular(word)).toBe(word)
      expect(typeof stem(word)).toBe('string')
    }),
  )
})

test('code keeps what looks like a link in it, and a link keeps its code', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[[\]()a-z*_]{1,12}$/), (code) => {
      expect(inlineText(`see \`${code}\` and [\`x\`](y.md)`)).toBe(`see \`${code}\` and \`x\``)
    }),
  )
})

test('the head noun decides the number of a phrase', () => {
  expect(singularPhrase('codes of the API')).toBe('code of the API')
  expect(isPlural('class')).toBe(false)
})

test('every whole number up to 100 is read back from its words', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100 }),
      (value) => wordsToNumber(numberToWords(value) ?? '') === value,
    ),
  )
})

test('verb forms lead to their lemma', () => {
  expect(readVerb('wrote')).toMatchObject({ lemma: 'write', past: true, participle: false })
  expect(readVerb('carries')).toMatchObject({ lemma: 'carry', third: true })
  expect(readVerb('stopped')).toMatchObject({ lemma: 'stop', past: true })
  expect(readVerb('frobnicated')).toBeNull()
  expect(thirdPerson('go')).toBe('goes')
})

test('inline marks go, code stays', () => {
  expect(inlineText('See [`bodyLimit`](./a.md) of **the** _server_\nand `__proto__`')).toBe(
    'See `bodyLimit` of the server and `__proto__`',
  )
})

test('a word is a name when the documents write it so in the middle of a sentence', () => {
  const lexicon = buildLexicon([
    'The docs of Fastify say it. We use Fastify here. The Port is open. A port is open.',
  ])
  expect(lexicon.inSentence('Fastify server')).toBe('Fastify server')
  expect(lexicon.inSentence('Port number')).toBe('port number')
})
