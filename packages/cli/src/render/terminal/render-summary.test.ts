import { buildReport } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { renderSummary } from './render-summary.ts'
import { colourStyle } from './style.ts'

const { summary, cases, comparison } = buildReport()
const options = {
  cases,
  comparison,
  report: '.assay/runs/demo/report.html',
  next: ['npx assay init', 'npx assay eval show demo --failing'],
}

describe('renderSummary', () => {
  it('says the finding, the weakest parts, an example, the comparison, how sure, and what next in ten lines', () => {
    expect(renderSummary(summary, options)).toBe(
      [
        'Demo assistant v1: 42 of 78 judged correct, 54 % (43–64, clustered)',
        '  gate         correctness ≥ 80 %: failed (1 of 2 gates); 2 of 80 not judged',
        '  fails most   out-of-scope  0 of 16 declined (0–19): it answers anyway',
        '               limits.md     0 of 12 (0–24): nothing of it was ever retrieved',
        '  example      "And its default?" → "The default is 10 MB."; server.md says 1 MB',
        '  Demo assistant v2 worse by 21 points (8–34, 40 pairs)',
        '  sure?        fixed rules; wrong on 4 % of labelled answers (2–7)',
        '  report       .assay/runs/demo/report.html',
        '  next         npx assay init  |  npx assay eval show demo --failing',
      ].join('\n'),
    )
  })

  it('fits 60 columns, and stays whole where a command does not', () => {
    const lines = renderSummary(summary, { ...options, width: 60 }).split('\n')
    expect(lines.filter((line) => line.length > 60)).toEqual([])
    expect(lines.join('\n')).toContain('npx assay eval show demo --failing')
  })

  it('leaves out what it was not given', () => {
    const text = renderSummary({ ...summary, gates: [] })
    expect(text).not.toMatch(/gate|example|report|next/)
  })

  it('says "not tested" when nothing was judged', () => {
    const none = { ...summary.passing, value: null, low: null, high: null, n: 0 }
    const text = renderSummary({ ...summary, passing: none, slices: [], gates: [] })
    expect(text).toContain('not tested; none of 80 cases was judged')
  })

  it('names a range where more than a tenth was not judged', () => {
    const counts = { ...summary.counts, notJudged: 22 }
    const lines = renderSummary({ ...summary, counts, passingBounds: { low: 0.53, high: 0.8 } }).split('\n')
    expect(lines.slice(0, 2)).toEqual([
      'Demo assistant v1: 53–80 % correct: 22 of 80 not judged',
      '  42 of 78 judged correct, 54 % (43–64, clustered)',
    ])
  })

  it('counts what could not be answered and what is still to run', () => {
    const counts = { ...summary.counts, errors: 3, finished: 70 }
    const cases = summary.cases.map((each, index) => ({
      ...each,
      ...(index < 3 ? { outcome: 'error' as const, passed: null, reason: null } : {}),
      ...(index < 2 ? { latencyMs: null } : {}),
    }))
    expect(renderSummary({ ...summary, counts, cases }, { width: 120 })).toContain(
      '2 cases could not be answered, 1 case could not be judged, 10 cases not run yet',
    )
  })

  it('lets no control sequence of a model through', () => {
    const hostile = cases.map((each) => ({
      ...each,
      answer: { ...each.answer!, text: '\u001B[31mred\u0007' },
    }))
    // oxlint-disable-next-line no-control-regex -- they are what must not occur
    expect(renderSummary(summary, { ...options, cases: hostile })).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/)
  })

  it('uses colour for meaning only, the words being the same without it', () => {
    const coloured = renderSummary(summary, { ...options, style: colourStyle })
    // oxlint-disable-next-line no-control-regex -- colour is a control sequence
    expect(coloured.replace(/\u001B\[\d+m/g, '')).toBe(renderSummary(summary, options))
  })
})
