import { expect, it } from 'vitest'
import { splitSegments } from './split-segments.ts'
import { tellForm } from './text-form.ts'

const formOf = (text: string, source?: string) => tellForm(text, splitSegments(text), source)

it.each([
  ['a mail with a head', 'Subject: Lunch\nFrom: Kim\n\nShall we eat at noon?'],
  ['a mail without', 'Hi Kim,\nyour parcel has arrived.\nKind regards, Lee'],
  ['a table', '| year | sold |\n| 2021 | 14 |\n| 2022 | 17 |'],
  ['an answer about code', 'Use `len` of the list:\n```\nn = len(items)\nprint(n)\n```'],
  ['a record', '{ "name": "Ann", "note": "likes tea" }'],
])('takes %s for data', (_, text) => {
  expect(formOf(text)).toBe('data')
})

it.each([
  ['a question', 'How tall is the tower of Pisa?'],
  ['a request of some sentences', 'I have two cats. One of them is ill. What should I feed her?'],
])('takes %s for a request', (_, text) => {
  expect(formOf(text)).toBe('request')
})

it('takes what has headings for writing, or for a document where it is said to be data', () => {
  const guide = '# Guide\n\nOpen the lid. Turn the dial.'
  expect(formOf(guide)).toBe('writing')
  expect(formOf(guide, 'web')).toBe('document')
})

it('believes the source', () => {
  expect(formOf('| a | b |\n| c | d |\n| e | f |', 'user')).toBe('request')
  expect(formOf('It rained all day.', 'tool')).toBe('data')
})

it('reads rules of tables without an end in linear time', () => {
  const text = '|---\n'.repeat(20_000)
  const started = performance.now()
  tellForm(text, [], 'tool')
  expect(performance.now() - started).toBeLessThan(500)
})
