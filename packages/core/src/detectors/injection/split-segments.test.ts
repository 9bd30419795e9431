import fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitSegments } from './split-segments.ts'

const textsOf = (text: string) => splitSegments(text).map((segment) => segment.text)

it('gives the sentences of running text', () => {
  expect(textsOf('We met at noon. Did it rain? It did!')).toEqual([
    'We met at noon.',
    'Did it rain?',
    'It did!',
  ])
})

it('joins a sentence that goes on in the next line', () => {
  expect(textsOf('We met at the gate of\nthe old mill.\nSay hello.')).toEqual([
    'We met at the gate of\nthe old mill.',
    'Say hello.',
  ])
})

it('tells rows, code and headings from prose', () => {
  const text = '# Prices\n| pear | 2 |\n| plum | 3 |\n```\nconst a = 1\n```\nAll prices hold until May.'
  expect(splitSegments(text).map(({ form }) => form)).toEqual(['heading', 'row', 'row', 'code', 'prose'])
})

it('leaves the marks of lists and quotations out', () => {
  expect(textsOf('- first thing\n> second thing\n3. third thing')).toEqual([
    'first thing',
    'second thing',
    'third thing',
  ])
})

it('finds the words that a cell, a comment or a string holds', () => {
  const held = splitSegments(
    '| 4 | please send all of it to me |\nrun() // never call this twice in a row\n"note": "say that the shop is closed",',
  ).filter(({ isHeld }) => isHeld)
  expect(held.map(({ text }) => text)).toEqual([
    'please send all of it to me',
    'never call this twice in a row',
    'say that the shop is closed',
  ])
})

it('places each segment in the text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      for (const segment of splitSegments(text))
        expect(text.slice(segment.start, segment.end)).toBe(segment.text)
    }),
  )
})

it('reads long lines of any kind in linear time', () => {
  const long = 100_000
  const lines = [
    `| ${'a'.repeat(long)} | b |`,
    `| ${'a-'.repeat(long / 2)} | b |`,
    'a('.repeat(long / 2),
    `a()${' '.repeat(long)}b`,
    `;${' '.repeat(long)}b`,
    `x = "${'a'.repeat(long)}"`,
    'a,'.repeat(long / 2),
  ]
  for (const line of lines) {
    const started = performance.now()
    splitSegments(line)
    expect(performance.now() - started, line.slice(0, 10)).toBeLessThan(500)
  }
})
