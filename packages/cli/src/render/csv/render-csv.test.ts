import { buildReport } from '@assay/testkit'
import { expect, it } from 'vitest'
import type { ReportCase } from '../report-case.ts'
import { renderCsv } from './render-csv.ts'

const { cases } = buildReport({ size: 10 })
const withAnswer = (text: string): ReportCase => ({ ...cases[0]!, answer: { text, latencyMs: 1 } })

it('writes one row a case under a header', () => {
  const lines = renderCsv(cases).trimEnd().split('\r\n')
  expect(lines).toHaveLength(11)
  expect(lines[0]).toMatch(
    /^id,type,level,topic,language,source,question,answer,reference_answer,outcome,passed/,
  )
  expect(lines[1]).toContain('case-0001,simple,easy')
})

it('quotes commas, quotes and line breaks', () => {
  expect(renderCsv([withAnswer('a, "b"\nc')])).toContain(',"a, ""b""\nc",')
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('does not let a spreadsheet run %j', (text) => {
  expect(renderCsv([withAnswer(text)])).toContain(`'${text}`)
})

it('leaves unknown empty, so that it is no zero', () => {
  const none = { ...cases[0]!, answer: null, result: { ...cases[0]!.result, passed: null, latencyMs: null } }
  const row = renderCsv([none]).split('\r\n')[1]
  expect(row).not.toContain('null')
  expect(row).toMatch(/,,$/)
})
