import { describe, expect, it } from 'vitest'
import { must } from '../../must.ts'
import type { DetectedSpan } from '../../ports/detector.ts'
import { mergeNames } from './merge-names.ts'
import { piiDetector } from './pii-detector.ts'

const detect = async (text: string) => {
  const detected = await piiDetector.detect([{ text }], new AbortController().signal)
  return must(detected.ok ? detected.value[0] : null, 'detection')
}
const span = (start: number, end: number, label: string, score: number): DetectedSpan => ({
  start,
  end,
  label,
  score,
})

it('finds names and numbers in one pass, in the order of the text', async () => {
  const text = 'Please call Maria Andersson at +46 8 555 0142 or write to maria@example.org.'
  const { spans, score } = await detect(text)
  expect(spans.map(({ start, end, label }) => `${label} ${text.slice(start, end)}`)).toEqual([
    'person Maria Andersson',
    'phone +46 8 555 0142',
    'email maria@example.org',
  ])
  expect(score).toBeGreaterThanOrEqual(0.95)
})

it('finds nothing personal in a text without any, and scores it 0', async () => {
  expect(await detect('the limit is 1,048,576 bytes')).toEqual({ score: 0, spans: [] })
})

it('reports places without counting them', async () => {
  const { spans, score } = await detect('We moved here from Stockholm in Sweden.')
  expect(spans.map(({ label }) => label)).toContain('location')
  expect(score).toBeLessThan(0.5)
})

it('keeps the order of its inputs', async () => {
  const detected = await piiDetector.detect(
    [{ text: 'ada@example.org' }, { text: 'nothing' }],
    new AbortController().signal,
  )
  expect(detected.ok && detected.value.map(({ score }) => score)).toEqual([0.95, 0])
})

describe('names and patterns over one another', () => {
  const address = span(10, 40, 'address', 0.9)
  it.each([
    ['a pattern that covers a name stays', span(10, 40, 'url', 0.25), address, 'url'],
    ['an address keeps a weak pattern in it', span(30, 35, 'postal-code', 0.55), address, 'address'],
    ['a certain pattern breaks an address', span(30, 35, 'email', 0.95), address, 'email'],
    ['a pattern that counts beats a name it crosses', span(5, 15, 'phone', 0.6), address, 'phone'],
    ['a weak pattern that crosses a name is left out', span(5, 15, 'date', 0.3), address, 'address'],
  ])('%s', (_, pattern, name, kept) => {
    expect(mergeNames([pattern], [name]).map(({ label }) => label)).toEqual([kept])
  })

  it('keeps all that do not touch, in order', () => {
    const patterns = [span(0, 5, 'email', 1), span(50, 60, 'iban', 1), span(70, 75, 'date', 0.3)]
    const names = [span(5, 9, 'person', 0.9), address, span(61, 69, 'person', 0.9)]
    expect(mergeNames(patterns, names).map(({ start }) => start)).toEqual([0, 5, 10, 50, 61, 70])
  })
})
