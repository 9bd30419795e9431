import { expect, it } from 'vitest'
import { bandLengths } from './question-lengths.ts'

const words = (count: number) => ({ question: `${'word '.repeat(count - 1)}end?` })
const bandsOf = (counts: readonly number[]) => {
  const cases = counts.map(words)
  const band = bandLengths(cases)
  return new Set(cases.map(({ question }) => band(question)))
}

it('cuts questions of 1 to 60 words into three bands of twenty', () => {
  const counts = Array.from({ length: 60 }, (_, index) => index + 1)
  expect([...bandsOf(counts)]).toEqual(['up to 20 words', '21 to 40 words', '41 words and more'])
})

it('makes fewer bands where many questions are alike, and none of few questions or one length', () => {
  const counts = [...Array.from({ length: 50 }, () => 5), ...Array.from({ length: 50 }, () => 9)]
  expect([...bandsOf(counts)]).toEqual(['up to 5 words', '6 words and more'])
  expect([...bandsOf(Array.from({ length: 40 }, () => 7))]).toEqual(['any length'])
  expect([...bandsOf([1, 2, 3])]).toEqual(['any length'])
})

it('counts no punctuation as a word', () => {
  const cases = [
    ...Array.from({ length: 20 }, () => ({ question: 'Is it so ?' })),
    ...Array.from({ length: 20 }, () => words(9)),
  ]
  expect(bandLengths(cases)('Is it so – ?')).toBe('up to 3 words')
})
