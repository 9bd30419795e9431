import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hashFeatures } from './hash-features.ts'

const settings = { bits: 16, words: [1, 2], characters: [3, 4] } as const
const none = [1, 0] as const
const words = { ...settings, characters: none }

it('gives each n-gram once, as an index below the size of the table', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const features = [...hashFeatures(text, settings)]
      expect(new Set(features).size).toBe(features.length)
      expect(features.every((index) => index < 65_536)).toBe(true)
    }),
  )
})

it('folds case and does not see how words are set apart', () => {
  expect(hashFeatures('Hello   brave\nWORLD', settings)).toEqual(hashFeatures('hello brave world', settings))
})

it('counts words, pairs of words and marks', () => {
  expect(hashFeatures('one two three', words)).toHaveLength(5)
  expect(hashFeatures('### one', words)).toHaveLength(3)
  expect(hashFeatures('one one', words)).toHaveLength(2)
})

it('tells the order of words in pairs', () => {
  const [there, back] = ['red car', 'car red'].map((text) => new Set(hashFeatures(text, words)))
  expect(there!.size).toBe(3)
  expect(there!.intersection(back!).size).toBe(2)
})

it('takes runs of characters within a word and its borders', () => {
  const characters = { ...settings, words: none, characters: [3, 3] } as const
  expect(hashFeatures('abcd', characters)).toHaveLength(4)
  expect(hashFeatures('a b', characters)).toHaveLength(2)
})

it('gives nothing for a text without letters or marks', () => {
  expect(hashFeatures(' \n\t', settings)).toHaveLength(0)
})

it('reads long texts of one repeated piece in linear time', () => {
  for (const piece of ['a', ' ', 'ab ', '#', '漢', 'a#']) {
    const started = performance.now()
    hashFeatures(piece.repeat(100_000 / piece.length), settings)
    expect(performance.now() - started).toBeLessThan(1000)
  }
})
