import { expect, it } from 'vitest'
import { bandLengths, countWords } from './question-lengths.ts'

const bandsOf = (counts: readonly number[]) => new Set(counts.map(bandLengths(counts)))

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
  expect(countWords('Is it so – ?')).toBe(3)
})
