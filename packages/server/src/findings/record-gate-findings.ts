import { evaluationConfigurationSchema, type EvaluationSummary, type GateResult } from '@assay/contracts'
import type { Evaluation } from '@assay/contracts/hub'
import { checkDefinitions } from '@assay/core/checks'
import { listResults } from '@assay/storage/clickhouse'
import {
  appendAudit,
  readEvaluation,
  readEvaluationRun,
  type EvaluationRun,
  type FoundFinding,
} from '@assay/storage/postgres'
import { resultsOf } from '../evaluations/read-summary.ts'
import type { Hub } from '../hub.ts'
import { keepFindings } from './keep-findings.ts'

type Parts = Pick<Hub, 'control' | 'facts' | 'events' | 'clock' | 'random'>

/**
 * A finding for each gate that failed in a finished evaluation. A gate that failed before for the same target is the same
 * finding, with what is seen now; called fixed before, it is open again. May be called again.
 */
export async function recordGateFindings(parts: Parts, evaluationId: string): Promise<void> {
  const evaluation = await readEvaluation(parts.control, evaluationId)
  const run = await readEvaluationRun(parts.control, evaluationId)
  if (evaluation?.status !== 'finished' || run === null || run.summary === null) return
  const failed = run.summary.gates.filter(({ outcome }) => outcome === 'failed')
  if (failed.length === 0) return
  const findings: FoundFinding[] = []
  for (const gate of failed)
    findings.push(await describeGate(parts, { evaluation, run, summary: run.summary, gate }))
  const { projectId } = evaluation
  const at = new Date(parts.clock.now()).toISOString()
  const kept = await parts.control.transaction().execute(async (control) => {
    const done = await keepFindings({ ...parts, control }, { projectId, findings, at })
    await appendAudit(control, {
      at,
      by: null,
      action: 'recordGateFindings',
      projectId,
      subject: { kind: 'evaluation', id: evaluationId, name: evaluation.name },
      changes: findings.map(({ source }) => ({ pointer: `/gates/${source.reference}`, after: 'failed' })),
      address: null,
      key: null,
    })
    return done
  })
  for (const id of [...kept.added, ...kept.updated]) parts.events.publish(projectId, { kind: 'finding', id })
}

interface FailedGate {
  readonly evaluation: Evaluation
  readonly run: EvaluationRun
  readonly summary: Omit<EvaluationSummary, 'cases'>
  readonly gate: GateResult
}

const shownEvidence = 10

async function describeGate(
  { facts }: Parts,
  { evaluation, run, summary, gate }: FailedGate,
): Promise<FoundFinding> {
  const check = /^(?:check|score)\((.+)\)/.exec(gate.expression)?.[1]?.trim()
  const failures = await listResults(
    facts,
    resultsOf(run),
    check === undefined ? { passed: false } : { check },
    { after: -1, limit: shownEvidence },
  )
  const counted =
    check === undefined ? summary.passing : summary.checks.find(({ name }) => name === check)?.passed
  const isSafety = check !== undefined && isSafetyCheck(run, check)
  const { target } = evaluation
  const version = target.version === null ? '' : ` ${target.version}`
  return {
    title: `${target.name}: ${gate.expression}`.slice(0, 120),
    kind: isSafety ? 'security' : 'quality',
    severity: isSafety ? 'critical' : 'major',
    source: { kind: 'gate', reference: gate.expression },
    fingerprint: JSON.stringify([target.pin?.id ?? target.name, gate.expression]),
    evaluationId: evaluation.id,
    description: `The gate ${gate.expression} failed for ${target.name}${version}: ${gate.measured}.`,
    evidence: failures.map(({ question, answer, result }) => ({
      input: question,
      output: answer ?? '',
      note: result.reason ?? '',
    })),
    attempts:
      counted?.successes === undefined || counted.n === 0
        ? null
        : { failed: counted.n - Math.round(counted.successes), tried: counted.n },
  }
}

/** By the kind of the check that bears the name in this run. */
function isSafetyCheck({ manifest }: EvaluationRun, name: string): boolean {
  const configuration = evaluationConfigurationSchema.safeParse(manifest?.configuration)
  const uses = configuration.data?.checks ?? []
  const id = uses.find((use) => (use.name ?? use.check) === name)?.check ?? name
  return checkDefinitions.some((definition) => definition.id === id && definition.kind === 'safety')
}
