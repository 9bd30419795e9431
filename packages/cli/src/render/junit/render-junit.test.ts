import { buildReport } from '@assay/testkit'
import { expect, it } from 'vitest'
import type { ReportCase } from '../report-case.ts'
import { escapeXml, renderJunit } from './render-junit.ts'

const { summary, cases } = buildReport()

it('counts failures, errors and what was not judged apart', () => {
  const broken: ReportCase = {
    ...cases[0]!,
    answer: null,
    error: { code: 'ASSAY-4002', message: 'The target did not answer in time' },
    result: { ...cases[0]!.result, outcome: 'error', passed: null },
  }
  const xml = renderJunit(summary, [broken, ...cases.slice(1)])
  expect(xml).toMatch(/<testsuite name="simple" tests="32" failures="\d+" errors="1" skipped="0"/)
  expect(xml).toContain('<error type="ASSAY-4002" message="The target did not answer in time"/>')
  expect(xml).toContain('<skipped message="not judged: The answer holds no value in the asked slot."/>')
  expect(xml.match(/<failure /g)).toHaveLength(summary.counts.incorrect + 1)
})

it('says once that a case was not judged', () => {
  const unjudged = (reason: string | null): ReportCase => ({
    ...cases[0]!,
    result: { ...cases[0]!.result, outcome: 'not-judged', passed: null, reason },
  })
  const xml = renderJunit(summary, [
    unjudged('Not judged: the answer holds two values.'),
    unjudged('The judge disagrees with itself.'),
    unjudged(null),
  ])
  expect(xml).toContain('<skipped message="not judged: the answer holds two values."/>')
  expect(xml).toContain('<skipped message="not judged: The judge disagrees with itself."/>')
  expect(xml).toContain('<skipped message="not judged"/>')
})

it('makes each gate a test of its own', () => {
  expect(renderJunit(summary, cases)).toContain(
    '<testsuite name="gates" tests="2" failures="1" errors="0" skipped="0">\n    <testcase classname="gates" name="correctness ≥ 80 %">',
  )
})

it('escapes whatever a model said', () => {
  expect(escapeXml('</failure><x y="1">&\u0000\u001B\uFFFF\n')).toBe(
    '&lt;/failure&gt;&lt;x y=&quot;1&quot;&gt;&amp;\uFFFD\uFFFD\uFFFD&#10;',
  )
})
