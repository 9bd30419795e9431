import type { Finding } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import type { FoundFinding } from '@assay/storage/postgres'
import { describeAttempts, shownEvidence, toFoundFinding, type ReadFindings } from './found-findings.ts'
import { asList, asText, isRecord, parseLoose, pick, toWords, type Loose } from './loose-value.ts'

/**
 * A scan of Giskard. Three forms: `ScanReport.to_json` of version 2 (detector → level → descriptions), its AVID reports (JSON
 * Lines), and a result of version 3 (`SuiteResult`: scenarios with their checks and interactions).
 */
export function readGiskard(text: string): Result<ReadFindings> {
  const whole = parseLoose(text)
  if (isRecord(whole) && Array.isArray(whole['results'])) return ok(readScenarios(whole['results']))
  if (isRecord(whole) && whole['data_type'] === undefined) return readDetectors(whole)
  return readAvid(text)
}

const levels = { critical: 'critical', major: 'major', medium: 'minor', minor: 'minor' } as const

function readDetectors(report: Readonly<Record<string, unknown>>): Result<ReadFindings> {
  const skipped: string[] = []
  const findings: FoundFinding[] = []
  let detectors = 0
  for (const [detector, byLevel] of Object.entries(report)) {
    if (!isRecord(byLevel)) {
      skipped.push(`${detector}: no issues by level`)
      continue
    }
    detectors += 1
    for (const [level, issues] of Object.entries(byLevel)) {
      const severity = severityOf(level)
      const told = asList(issues).flatMap((issue) => asText(issue) ?? [])
      if (severity === null || told.length === 0) skipped.push(`${detector}, ${level}: no issue in words`)
      else findings.push(...told.map((description) => describeIssue({ detector, severity, description })))
    }
  }
  return detectors === 0 ? notOurs() : ok({ findings, skipped })
}

const severityOf = (level: string): Finding['severity'] | null => {
  const name = level.toLowerCase().replace(/^.*\./, '')
  return Object.hasOwn(levels, name) ? levels[name as keyof typeof levels] : null
}

function describeIssue({
  detector,
  severity,
  description,
}: {
  readonly detector: string
  readonly severity: Finding['severity']
  readonly description: string
}): FoundFinding {
  const name = detector.replace(/^LLM(?=[A-Z])/, '').replace(/Detector$/, '')
  return toFoundFinding({
    title: `${toSpaced(name)}: ${description}`,
    kind: kindOf(detector),
    severity,
    source: { kind: 'giskard', reference: detector },
    sameBy: [detector, description],
    description,
    evidence: [],
    attempts: null,
  })
}

/** "PromptInjection" → "Prompt injection". */
const toSpaced = (name: string): string =>
  name
    .replaceAll(/[_-]+/g, ' ')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replaceAll(/(?<= )[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())

const securityWords =
  /inject|jailbreak|disclos|leak|exfil|harm|toxic|stereotyp|exploit|malicious|agency|control chars|chars/i

const kindOf = (name: string): Finding['kind'] => (securityWords.test(name) ? 'security' : 'quality')

function readAvid(text: string): Result<ReadFindings> {
  const skipped: string[] = []
  const findings: FoundFinding[] = []
  let number = 0
  for (const line of text.split('\n')) {
    number += 1
    if (line.trim() === '') continue
    const report = parseLoose(line)
    const description =
      asText(pick(report, 'problemtype', 'description', 'value')) ??
      asText(pick(report, 'description', 'value'))
    if (description === null) skipped.push(`line ${number}: no AVID report`)
    else findings.push(describeAvid(report, description))
  }
  return findings.length === 0 ? notOurs() : ok({ findings, skipped })
}

function describeAvid(report: Loose, description: string): FoundFinding {
  const domains = asList(pick(report, 'impact', 'avid', 'risk_domain')).flatMap((each) => asText(each) ?? [])
  const target = asText(pick(report, 'affects', 'artifacts', 0, 'name')) ?? 'unnamed model'
  return toFoundFinding({
    title: description,
    kind:
      domains.some((domain) => /security/i.test(domain)) || kindOf(description) === 'security'
        ? 'security'
        : 'quality',
    severity: 'major',
    source: { kind: 'giskard', reference: `${target}, AVID report` },
    sameBy: [target, description],
    description: asText(pick(report, 'description', 'value')) ?? description,
    evidence: [],
    attempts: null,
  })
}

interface Group {
  readonly name: string
  failed: number
  tried: number
  readonly checks: Set<string>
  readonly evidence: Finding['evidence']
}

function readScenarios(results: readonly Loose[]): ReadFindings {
  const groups = new Map<string, Group>()
  const counts = { broken: 0, unnamed: 0 }
  for (const result of results) {
    const name = asText(pick(result, 'scenario_name'))
    const status = statusOf(result)
    if (name === null) counts.unnamed += 1
    else if (status === 'pass' || status === 'fail')
      takeScenario(groups, { name, result, failed: status === 'fail' })
    else counts.broken += 1
  }
  const skipped = [
    ...(counts.broken === 0 ? [] : [`${counts.broken} scenarios that ended in an error or were left out`]),
    ...(counts.unnamed === 0 ? [] : [`${counts.unnamed} results without a scenario's name`]),
  ]
  return { findings: [...groups.values()].flatMap(describeScenario), skipped }
}

/** Stated, or as `ScenarioResult.status` computes it from its steps. */
function statusOf(result: Loose): string | null {
  const stated = asText(pick(result, 'status'))
  if (stated !== null) return stated.toLowerCase()
  const checks = checksOf(result).map((check) => pick(check, 'status'))
  if (checks.length === 0) return null
  if (checks.includes('error')) return 'error'
  return checks.includes('fail') ? 'fail' : checks.every((status) => status === 'skip') ? 'skip' : 'pass'
}

const checksOf = (result: Loose): readonly Loose[] =>
  asList(pick(result, 'steps')).flatMap((step) => asList(pick(step, 'results')))

function takeScenario(
  groups: Map<string, Group>,
  { name, result, failed }: { readonly name: string; readonly result: Loose; readonly failed: boolean },
): void {
  const group = groups.get(name) ?? { name, failed: 0, tried: 0, checks: new Set<string>(), evidence: [] }
  groups.set(name, group)
  group.tried += 1
  if (!failed) return
  group.failed += 1
  const failing = checksOf(result).filter((check) => pick(check, 'status') === 'fail')
  for (const check of failing) group.checks.add(asText(pick(check, 'details', 'check_name')) ?? 'a check')
  const last = asList(pick(result, 'final_trace', 'interactions')).at(-1)
  if (group.evidence.length < shownEvidence)
    group.evidence.push({
      input: toWords(pick(last, 'inputs')),
      output: toWords(pick(last, 'outputs')),
      note: failing.flatMap((check) => asText(pick(check, 'message')) ?? [])[0] ?? '',
    })
}

function describeScenario({ name, failed, tried, checks, evidence }: Group): FoundFinding[] {
  if (failed === 0) return []
  return [
    toFoundFinding({
      title: name,
      kind: kindOf(name),
      severity: 'major',
      source: { kind: 'giskard', reference: name },
      sameBy: [name],
      description: `Scenario ${name}: ${describeAttempts({ failed, tried })}, by ${[...checks].sort().join(', ')}.`,
      evidence,
      attempts: { failed, tried },
    }),
  ]
}

const notOurs = (): Result<never> =>
  fail(
    createError('ASSAY-9006', {
      message: 'This is no scan of Giskard: it has neither detectors nor scenarios',
    }),
  )
