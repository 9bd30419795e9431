import { buildReport } from '@assay/testkit'
import { expect, it } from 'vitest'
import { toReportData } from './to-report-data.ts'

const { cases } = buildReport()
const { cases: data, texts } = toReportData(cases)

it('stores a text that occurs often once', () => {
  expect(new Set(texts).size).toBe(texts.length)
  expect(texts.length).toBeLessThan(30)
})

it('lights up the evidence in the reference passage and, where it was retrieved, there', () => {
  const right = data.find(
    ({ passed, retrieved }) => passed === true && retrieved?.some(({ isReference }) => isReference),
  )!
  const quoted = [...right.references, ...right.retrieved!].flatMap(({ text, marks }) =>
    marks.map(([start, end]) => texts[text]!.slice(start, end)),
  )
  expect(quoted).toHaveLength(2)
  expect(quoted[0]).toBe(quoted[1])
  expect(right.reference).toContain(quoted[0])
})

it('marks the contradicted value in the answer', () => {
  const wrong = data.find(({ claims }) => claims.some(({ status }) => status === 'contradicted'))!
  const [start, end] = wrong.claims[0]!.span!
  expect(wrong.reason).toContain(wrong.answer!.slice(start, end))
})

it('tells a target that gives no documents from one that found none', () => {
  const [first] = cases
  const none = toReportData([
    { ...first!, answer: { text: 'x', latencyMs: 1 } },
    { ...first!, answer: { text: 'x', latencyMs: 1, documents: [] } },
  ])
  expect(none.cases.map(({ retrieved }) => retrieved)).toEqual([null, []])
})
