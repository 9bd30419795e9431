import type { EvaluationSummary, GateResult } from '@assay/contracts'
import { describeRequirement, formatOutcome } from '@assay/core/wording'
import { fitText } from '../format/fit-text.ts'
import type { ReportCase } from '../report-case.ts'

export interface SarifOptions {
  readonly version: string
  /** Where the cases stand, relative to the repository. */
  readonly testSetFile: string
  /** Line of a case in that file, from 1; `null`: it is not there. */
  readonly lineOf: (caseId: string) => number | null
}

/** Code scanning shows no more than 5,000 results of a run. */
const maxCases = 4_900

/** SARIF 2.1.0 (OASIS): a failed gate is an error, a case that fails a warning, one without an answer a note. */
export function renderSarif(
  summary: EvaluationSummary,
  cases: readonly ReportCase[],
  options: SarifOptions,
): string {
  const failed = summary.gates.filter(({ outcome }) => outcome === 'failed')
  const shown = cases.filter((each) => ruleOf(each) !== null)
  const results = [
    ...failed.map((gate) => gateResult(gate, options)),
    ...shown.slice(0, maxCases).flatMap((each) => caseResult(each, options)),
  ]
  const used = new Set(results.map(({ ruleId }) => ruleId))
  return `${JSON.stringify(
    {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Assay',
              semanticVersion: options.version,
              rules: rules.filter(({ id }) => used.has(id)),
            },
          },
          automationDetails: { id: `assay/${summary.testSet.name}/${summary.run.id}` },
          columnKind: 'utf16CodeUnits',
          results,
          properties: { run: summary.run.name, casesLeftOut: Math.max(0, shown.length - maxCases) },
        },
      ],
    },
    null,
    2,
  )}\n`
}

type Level = 'error' | 'warning' | 'note'

const rule = (id: string, level: Level, text: string) => ({
  id,
  shortDescription: { text },
  defaultConfiguration: { level },
})

const rules = [
  rule('gate', 'error', 'A gate of the evaluation failed'),
  rule('case-fails', 'warning', 'The answer to a test case fails'),
  rule('case-error', 'note', 'A test case could not be answered or judged'),
]

function ruleOf({ result }: ReportCase): 'case-fails' | 'case-error' | null {
  if (result.outcome === 'error') return 'case-error'
  return result.passed === false ? 'case-fails' : null
}

function gateResult({ expression, measured }: GateResult, { testSetFile }: SarifOptions) {
  return {
    ruleId: 'gate',
    level: 'error' as Level,
    message: { text: `${describeRequirement(expression)}: measured ${measured}` },
    locations: [location(testSetFile, null)],
    partialFingerprints: { 'assayGate/v1': expression },
  }
}

function caseResult(reportCase: ReportCase, { testSetFile, lineOf }: SarifOptions) {
  const ruleId = ruleOf(reportCase)
  if (ruleId === null) return []
  return [
    {
      ruleId,
      level: (ruleId === 'case-fails' ? 'warning' : 'note') as Level,
      message: { text: describe(reportCase) },
      locations: [location(testSetFile, lineOf(reportCase.testCase.id))],
      partialFingerprints: { 'assayCase/v1': reportCase.testCase.id },
    },
  ]
}

const location = (file: string, line: number | null) => ({
  physicalLocation: {
    artifactLocation: { uri: toUri(file), uriBaseId: '%SRCROOT%' },
    region: { startLine: line ?? 1 },
  },
})

/** A relative reference (RFC 3986 §4.2). */
const toUri = (file: string): string =>
  file
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/|\/)+/, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/')

const describe = ({ testCase, answer, error, result }: ReportCase): string =>
  [
    `${fitText(testCase.question, 300)}: ${formatOutcome(result)}`,
    ...(result.reason === null ? [] : [fitText(result.reason, 500)]),
    `Answer: ${fitText(answer?.text ?? error?.message ?? 'none', 500)}`,
    ...(testCase.referenceAnswer === '' ? [] : [`Reference: ${fitText(testCase.referenceAnswer, 500)}`]),
  ].join('\n')
