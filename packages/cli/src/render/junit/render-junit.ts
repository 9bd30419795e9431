import type { CaseResult, EvaluationSummary } from '@assay/contracts'
import { describeRequirement, formatOutcome } from '@assay/core/wording'
import type { ReportCase } from '../report-case.ts'

/**
 * JUnit XML: one suite a question type, one test a case, gates as a suite of their own. Not judged is skipped, what
 * could not be answered is an error, never a failure.
 */
export function renderJunit(summary: EvaluationSummary, cases: readonly ReportCase[]): string {
  const types = [...new Set(cases.map(({ testCase }) => testCase.type))]
  const suites = [
    renderGates(summary),
    ...types.map((type) =>
      renderSuite(
        type,
        cases.filter(({ testCase }) => testCase.type === type),
      ),
    ),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${escapeXml(summary.run.name)}">\n${suites.join('')}</testsuites>\n`
}

function renderSuite(type: string, cases: readonly ReportCase[]): string {
  const count = (kind: Kind) => cases.filter((reportCase) => kindOf(reportCase) === kind).length
  const seconds = cases.reduce((sum, { result }) => sum + (result.latencyMs ?? 0), 0) / 1000
  const head = `  <testsuite name="${escapeXml(type)}" tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}" time="${seconds.toFixed(3)}">\n`
  return `${head}${cases.map(renderCase).join('')}  </testsuite>\n`
}

type Kind = 'passed' | 'failure' | 'error' | 'skipped'

function kindOf({ result }: ReportCase): Kind {
  if (result.outcome === 'error') return 'error'
  if (result.passed === null) return 'skipped'
  return result.passed ? 'passed' : 'failure'
}

function renderCase(reportCase: ReportCase): string {
  const { testCase, result } = reportCase
  const time = result.latencyMs === null ? '' : ` time="${(result.latencyMs / 1000).toFixed(3)}"`
  const open = `    <testcase classname="${escapeXml(testCase.type)}" name="${escapeXml(`${testCase.question} [${testCase.id}]`)}"${time}`
  const body = renderBody(reportCase)
  return body === '' ? `${open}/>\n` : `${open}>\n      ${body}\n    </testcase>\n`
}

function renderBody(reportCase: ReportCase): string {
  const { result, error } = reportCase
  const message = escapeXml(result.reason ?? formatOutcome(result))
  switch (kindOf(reportCase)) {
    case 'passed':
      return ''
    case 'skipped':
      return `<skipped message="${escapeXml(describeUnjudged(result))}"/>`
    case 'error':
      return `<error type="${error?.code ?? 'error'}" message="${escapeXml(error?.message ?? result.reason ?? 'error')}"/>`
    case 'failure':
      return `<failure type="${escapeXml(formatOutcome(result))}" message="${message}">${escapeXml(describeFailure(reportCase))}</failure>`
  }
}

/** A judge may say itself that it did not judge. */
const describeUnjudged = ({ reason }: CaseResult): string =>
  reason === null ? 'not judged' : `not judged: ${reason.replace(/^not judged:\s*/i, '')}`

const describeFailure = ({ testCase, answer, result }: ReportCase): string =>
  [
    `Answer: ${answer?.text ?? 'none'}`,
    `Reference: ${testCase.referenceAnswer}`,
    ...(result.component === null
      ? []
      : [`Observed, not proven: ${result.component}. ${result.componentEvidence ?? ''}`]),
  ].join('\n')

function renderGates({ gates }: EvaluationSummary): string {
  if (gates.length === 0) return ''
  const failures = gates.filter((gate) => gate.outcome === 'failed').length
  const skipped = gates.filter((gate) => gate.outcome === 'not tested').length
  const rows = gates.map(({ expression, outcome, measured }) => {
    const open = `    <testcase classname="gates" name="${escapeXml(describeRequirement(expression))}"`
    if (outcome === 'passed') return `${open}/>\n`
    const tag = outcome === 'failed' ? 'failure' : 'skipped'
    return `${open}>\n      <${tag} message="${escapeXml(outcome === 'failed' ? `measured ${measured}` : 'not tested')}"/>\n    </testcase>\n`
  })
  return `  <testsuite name="gates" tests="${gates.length}" failures="${failures}" errors="0" skipped="${skipped}">\n${rows.join('')}  </testsuite>\n`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
}

/** Escapes for text and attributes; characters that XML 1.0 cannot hold become U+FFFD. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- XML 1.0 forbids them
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"\n]/g, (character) => entities[character] ?? character)
