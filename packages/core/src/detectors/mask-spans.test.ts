import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DetectedSpan } from '../ports/detector.ts'
import { maskSpans } from './mask-spans.ts'

const text = 'Write to ada@example.org or bob@example.org, not to ada@example.org.'
const span = (start: number, end: number, label = 'email', score = 1): DetectedSpan => ({
  start,
  end,
  label,
  score,
})
const spanOf = (value: string, from = 0): DetectedSpan => {
  const start = text.indexOf(value, from)
  return span(start, start + value.length)
}

it('puts labels in the place of values', () => {
  const spans = [spanOf('bob@example.org'), spanOf('ada@example.org'), spanOf('ada@example.org', 20)]
  expect(maskSpans(text, spans, 'label')).toBe('Write to <EMAIL> or <EMAIL>, not to <EMAIL>.')
})

it('keeps the form of values where characters are masked, but no sign of a password', () => {
  expect(maskSpans(text, [spanOf('ada@example.org')], 'characters')).toMatch(
    /^Write to •••@•••••••\.••• or bob/,
  )
  expect(maskSpans('p: Zk_9!é🙂$', [span(3, 12)], 'characters')).toBe('p: •••••••••')
})

it('masks spans that overlap as one, called by the surest', () => {
  const crossing = [span(8, 20, 'password', 0.9), span(0, 12, 'person', 0.6), span(12, 14, 'phone', 0.7)]
  expect(maskSpans('0123456789 SECRET TAIL', crossing, 'label')).toBe('<PASSWORD>IL')
  expect(maskSpans('0123456789', [span(0, 9, 'person', 0.6), span(3, 4, 'us-ssn', 0.9)], 'label')).toBe(
    '<US_SSN>9',
  )
})

it('keeps spans that only touch apart', () => {
  expect(maskSpans('abcd', [span(2, 4, 'b'), span(0, 2, 'a')], 'label')).toBe('<A><B>')
})

it('masks what of a span lies in the text, and leaves out empty ones', () => {
  expect(maskSpans('abcd', [span(2, 900, 'a'), span(1, 1, 'b'), span(60, 90, 'c')], 'label')).toBe('ab<A>')
})

const anySpan = fc.record({
  start: fc.nat(30),
  end: fc.nat(30),
  label: fc.constantFrom('email', 'us-ssn', 'E', '', 'é'),
  score: fc.constantFrom(0.5, 0.6, 0.9),
})
const anySpans = fc.array(anySpan, { maxLength: 8 })
const covered = (spans: readonly DetectedSpan[], at: number) =>
  spans.some(({ start, end }) => start <= at && at < end)

it('leaves every character outside the spans and none inside, for any spans', () => {
  fc.assert(
    fc.property(fc.nat(30), anySpans, (length, spans) => {
      // Each character once, and none that a label is made of.
      const characters = Array.from({ length }, (_, at) => String.fromCodePoint(0x4e00 + at))
      const left = maskSpans(characters.join(''), spans, 'label').replaceAll(/<[A-Z_]+>/g, '')
      expect(left).toBe(characters.filter((_, at) => !covered(spans, at)).join(''))
    }),
  )
})

it('masking characters changes no length, nothing outside and all letters, digits and signs inside', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30, unit: 'grapheme' }), anySpans, (any, spans) => {
      const masked = maskSpans(any, spans, 'characters')
      expect(masked).toHaveLength(any.length)
      for (let at = 0; at < any.length; at += 1)
        if (covered(spans, at)) expect(masked[at]).toMatch(/[•\s@.:/+()-]/)
        else expect(masked[at]).toBe(any[at])
    }),
  )
})
