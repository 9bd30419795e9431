import type { Finding } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import type { FoundFinding } from '@assay/storage/postgres'
import { describeAttempts, shownEvidence, toFoundFinding, type ReadFindings } from './found-findings.ts'
import { asList, asText, isRecord, parseLoose, pick, toWords, type Loose } from './loose-value.ts'

/**
 * Red-team results of promptfoo as JSON (its types `OutputFile`, `EvaluateSummaryV3`, `EvaluateResult`): a finding for each target
 * and plugin with a test that failed. What broke is neither passed nor failed.
 */
export function readPromptfoo(text: string): Result<ReadFindings> {
  const file = parseLoose(text)
  const results = findResults(file)
  if (results === null)
    return fail(
      createError('ASSAY-9006', {
        message: 'These are no results of promptfoo: they have no list `results`',
      }),
    )
  const groups = new Map<string, Group>()
  const counts = { broken: 0, other: 0 }
  const context = readContext(file)
  for (const result of results) {
    const plugin = pluginOf(result)
    if (plugin === null) counts.other += 1
    else if (isBroken(result)) counts.broken += 1
    else take(groups, context, { result, plugin })
  }
  const skipped = [
    ...(counts.broken === 0 ? [] : [`${counts.broken} results that ended in an error`]),
    ...(counts.other === 0 ? [] : [`${counts.other} results of no red-team plugin`]),
  ]
  return ok({ findings: [...groups.values()].flatMap(toFinding), skipped })
}

/** Of a whole file, of a summary alone, of a list alone. */
function findResults(file: Loose): readonly Loose[] | null {
  for (const found of [pick(file, 'results', 'results'), pick(file, 'results'), file])
    if (Array.isArray(found)) return found
  return null
}

interface Context {
  /** Variable an attack is put into. */
  readonly variable: string
  /** Severities somebody set for a plugin. */
  readonly severities: ReadonlyMap<string, string>
}

function readContext(file: Loose): Context {
  const redteam = pick(file, 'config', 'redteam')
  const plugins = asList(pick(redteam, 'plugins')).flatMap((plugin): [string, string][] => {
    const [id, severity] = [asText(pick(plugin, 'id')), asText(pick(plugin, 'severity'))]
    return id === null || severity === null ? [] : [[id, severity]]
  })
  return { variable: asText(pick(redteam, 'injectVar')) ?? 'prompt', severities: new Map(plugins) }
}

const metadataOf = (result: Loose, key: string): string | null =>
  asText(pick(result, 'metadata', key)) ??
  asText(pick(result, 'testCase', 'metadata', key)) ??
  asText(pick(result, 'gradingResult', 'metadata', key))

/** Named by its metadata, else by the check that judged it; `null`: it is no test of a red team. */
function pluginOf(result: Loose): string | null {
  const named = metadataOf(result, 'pluginId')
  if (named !== null) return named
  const checks = [
    ...asList(pick(result, 'testCase', 'assert')),
    ...gradesOf(result).map((each) => pick(each, 'assertion')),
  ]
  const types = checks.flatMap((check) => asText(pick(check, 'type')) ?? [])
  return types.flatMap((type) => /^promptfoo:redteam:(.+)$/.exec(type)?.[1] ?? [])[0] ?? null
}

const gradesOf = (result: Loose): readonly Loose[] =>
  asList(pick(result, 'gradingResult', 'componentResults'))

/** `failureReason` 2: not the target's answer, but something else. Older files have the error alone. */
function isBroken(result: Loose): boolean {
  if (pick(result, 'success') === true) return false
  const reason = pick(result, 'failureReason')
  return typeof reason === 'number' ? reason === 2 : !isRecord(pick(result, 'gradingResult'))
}

interface Group {
  readonly target: string
  readonly plugin: string
  severity: Finding['severity'] | null
  failed: number
  tried: number
  readonly strategies: Set<string>
  readonly evidence: Finding['evidence']
}

function take(
  groups: Map<string, Group>,
  context: Context,
  { result, plugin }: { readonly result: Loose; readonly plugin: string },
): void {
  const target =
    asText(pick(result, 'provider', 'label')) ?? asText(pick(result, 'provider', 'id')) ?? 'unnamed target'
  const key = `${target}\n${plugin}`
  const group = groups.get(key) ?? {
    target,
    plugin,
    severity: null,
    failed: 0,
    tried: 0,
    strategies: new Set<string>(),
    evidence: [],
  }
  groups.set(key, group)
  group.tried += 1
  if (pick(result, 'success') === true) return
  const strategy = metadataOf(result, 'strategyId') ?? 'basic'
  group.failed += 1
  group.strategies.add(strategy)
  group.severity = worse(
    group.severity,
    severityOf(metadataOf(result, 'severity') ?? context.severities.get(plugin)),
  )
  if (group.evidence.length < shownEvidence) group.evidence.push(describe(result, context.variable, strategy))
}

function describe(result: Loose, variable: string, strategy: string): Finding['evidence'][number] {
  const reason =
    gradesOf(result)
      .filter((grade) => pick(grade, 'pass') === false)
      .flatMap((grade) => asText(pick(grade, 'reason')) ?? [])[0] ??
    asText(pick(result, 'gradingResult', 'reason'))
  return {
    input: toWords(pick(result, 'vars', variable) ?? pick(result, 'prompt', 'raw')),
    output: toWords(pick(result, 'response', 'output')),
    note: `strategy ${strategy}${reason === null ? '' : `: ${reason}`}`,
  }
}

const severities = ['minor', 'major', 'critical'] as const satisfies readonly Finding['severity'][]

/** Five grades of promptfoo, three here; not stated: major. */
function severityOf(stated: string | undefined): Finding['severity'] {
  switch (stated?.toLowerCase()) {
    case 'critical':
      return 'critical'
    case 'low':
    case 'informational':
    case 'info':
      return 'minor'
    default:
      return 'major'
  }
}

const worse = (a: Finding['severity'] | null, b: Finding['severity']): Finding['severity'] =>
  a === null || severities.indexOf(b) > severities.indexOf(a) ? b : a

function toFinding({ target, plugin, severity, failed, tried, strategies, evidence }: Group): FoundFinding[] {
  if (failed === 0) return []
  return [
    toFoundFinding({
      title: `${plugin}: ${target}`,
      kind: 'security',
      severity: severity ?? 'major',
      source: { kind: 'promptfoo', reference: `${target}, plugin ${plugin}` },
      sameBy: [target, plugin],
      description: `Plugin ${plugin} against ${target}: ${describeAttempts({ failed, tried })}, with the strategies ${[...strategies].sort().join(', ')}.`,
      evidence,
      attempts: { failed, tried },
    }),
  ]
}
