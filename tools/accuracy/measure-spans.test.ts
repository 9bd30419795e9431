import { expect, it } from 'vitest'
import { measureSpans, type ReadText } from './measure-spans.ts'

const span = (start: number, end: number, label: string | null = 'person') => ({ start, end, label })
const found = (start: number, end: number) => ({ start, end, label: 'person', score: 1 })
const described = { name: 'set', what: 'Texts', kept: 'tuned on' } as const

const texts: readonly ReadText[] = [
  { text: '', spans: [span(0, 4), span(10, 14, 'address')], found: [found(0, 4), found(20, 24)] },
  { text: '', spans: [span(0, 4, null)], found: [found(1, 2)] },
  { text: '', spans: [], found: [found(0, 4)], clusterKey: 'a' },
  { text: '', spans: [], found: [], clusterKey: 'a' },
]

it('counts spans that are looked for and texts without any, nothing of what is not looked for', () => {
  const measured = measureSpans(texts, described)
  expect(measured).toMatchObject({ n: 4, positives: 2, negatives: 2 })
  expect(measured.truePositiveRate).toMatchObject({ value: 0.5, n: 2, clusters: 1 })
  expect(measured.falsePositiveRate).toMatchObject({ value: 0.5, n: 2, clusters: 1 })
})

it('weighs recall twice as much as precision in F2', () => {
  // Precision 1 of 3, recall 1 of 2: 5 · 1/3 · 1/2 / (4 · 1/3 + 1/2).
  const { others } = measureSpans(texts, described)
  expect(others?.['F2 of spans, any type']).toBeCloseTo(5 / 11, 12)
  expect(others?.['found of address']).toBe(0)
})

it('has no figures of spans where none is marked', () => {
  expect(measureSpans(texts.slice(2), described).others).toBeUndefined()
})
