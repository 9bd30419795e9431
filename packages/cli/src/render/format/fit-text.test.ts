import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutLine, fitText, wrapText } from './fit-text.ts'

it('joins white space and cuts with an ellipsis', () => {
  expect(fitText('a\n  b', 10)).toBe('a b')
  expect(fitText('one two three', 9)).toBe('one two…')
  expect(cutLine('a  b', 10)).toBe('a  b')
})

it('never gives a line wider than asked for, nor half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, width) => {
      const line = fitText(text, width)
      expect(Array.from(line).length).toBeLessThanOrEqual(width)
      expect(line.isWellFormed()).toBe(true)
    }),
  )
})

it('breaks at spaces, keeps every word, and leaves a long one whole', () => {
  expect(wrapText('one two three', 8)).toEqual(['one two', 'three'])
  expect(wrapText('see .assay/runs/demo/report.html now', 10)).toEqual([
    'see',
    '.assay/runs/demo/report.html',
    'now',
  ])
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,12}$/)),
      fc.integer({ min: 1, max: 30 }),
      (words, width) => {
        expect(wrapText(words.join(' '), width).join(' ')).toBe(words.join(' '))
      },
    ),
  )
})
