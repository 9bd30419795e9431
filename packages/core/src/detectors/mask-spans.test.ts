import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DetectedSpan } from '../ports/detector.ts'
import { maskSpans, unmask } from './mask-spans.ts'

const text = 'Write to ada@example.org or bob@example.org, not to ada@example.org.'
const span = (value: string, label = 'email', from = 0): DetectedSpan => {
  const start = text.indexOf(value, from)
  return { start, end: start + value.length, label, score: 1 }
}
const spans = [span('bob@example.org'), span('ada@example.org'), span('ada@example.org', 'email', 20)]

it('puts labels in the place of values', () => {
  expect(maskSpans(text, spans, { style: 'label' }).text).toBe('Write to <EMAIL> or <EMAIL>, not to <EMAIL>.')
})

it('keeps the form of values where characters are masked', () => {
  expect(maskSpans(text, [span('ada@example.org')], { style: 'characters' }).text).toMatch(
    /^Write to •••@•••••••\.••• or bob/,
  )
})

it('numbers values in the order of the text, equal ones alike', () => {
  const { text: masked, values } = maskSpans(text, spans, { style: 'numbered' })
  expect(masked).toBe('Write to <EMAIL_1> or <EMAIL_2>, not to <EMAIL_1>.')
  expect(values).toEqual(
    new Map([
      ['<EMAIL_1>', 'ada@example.org'],
      ['<EMAIL_2>', 'bob@example.org'],
    ]),
  )
  expect(unmask('I wrote to <EMAIL_2> and <EMAIL_9>.', values)).toBe(
    'I wrote to bob@example.org and <EMAIL_9>.',
  )
})

it('goes on counting over several texts, and knows the values of those before', () => {
  const { values: known } = maskSpans(text, [span('bob@example.org')], { style: 'numbered' })
  const next = maskSpans(text, spans, { style: 'numbered', known })
  expect(next.text).toBe('Write to <EMAIL_2> or <EMAIL_1>, not to <EMAIL_2>.')
})

it('gives no placeholder that stands in the text itself', () => {
  const own = 'Fill <EMAIL_1> with ada@example.org.'
  const start = own.indexOf('ada')
  const { text: masked, values } = maskSpans(own, [{ start, end: start + 15, label: 'email', score: 1 }], {
    style: 'numbered',
  })
  expect(masked).toBe('Fill <EMAIL_1> with <EMAIL_2>.')
  expect(unmask(masked, values)).toBe(own)
})

it('takes the first of spans that overlap, and none that are empty or beyond the text', () => {
  const odd = [
    { start: 0, end: 5, label: 'a', score: 1 },
    { start: 3, end: 9, label: 'b', score: 1 },
    { start: 9, end: 9, label: 'c', score: 1 },
    { start: 60, end: 900, label: 'd', score: 1 },
  ]
  expect(maskSpans(text, odd, { style: 'label' }).text).toBe(`<A>${text.slice(5)}`)
})

const anySpan = fc.record({
  start: fc.nat(30),
  end: fc.nat(30),
  label: fc.constantFrom('email', 'us-ssn', 'E', '', 'é'),
  score: fc.constant(1),
})
const anyText = fc
  .array(fc.constantFrom('<', '>', '_', '1', 'E', 'EMAIL', '<EMAIL_1>', '<E_2', ' ', 'é', '🙂'), {
    maxLength: 20,
  })
  .map((parts) => parts.join(''))

it('numbered masking can be turned back exactly, for any text and spans', () => {
  fc.assert(
    fc.property(anyText, fc.array(anySpan, { maxLength: 8 }), (any, found) => {
      const { text: masked, values } = maskSpans(any, found, { style: 'numbered' })
      expect(unmask(masked, values)).toBe(any)
    }),
  )
})

it('masking characters keeps the length and leaves no letter or digit of a span', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30, unit: 'grapheme-ascii' }), anySpan, (any, found) => {
      const { text: masked } = maskSpans(any, [found], { style: 'characters' })
      expect(masked).toHaveLength(any.length)
      if (found.start < found.end && found.end <= any.length)
        expect(masked.slice(found.start, found.end)).not.toMatch(/[a-z0-9]/i)
    }),
  )
})
