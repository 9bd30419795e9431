import type { Finding } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import type { FoundFinding } from '@assay/storage/postgres'
import { describeAttempts, shownEvidence, toFoundFinding, type ReadFindings } from './found-findings.ts'
import { asCount, asList, asText, isRecord, parseLoose, pick, toWords, type Loose } from './loose-value.ts'

/**
 * A report of garak, JSON Lines (garak/evaluators/base.py, garak/attempt.py): a finding for each probe and detector that hit.
 * Counts come from its `eval` rows, examples from its `attempt` rows; a hit log, which has hits alone, is read too.
 */
export function readGarak(text: string): Result<ReadFindings> {
  const skipped: string[] = []
  const report: Report = { target: 'unnamed target', version: '', threshold: 0.5, pairs: new Map(), rows: 0 }
  let number = 0
  for (const line of text.split('\n')) {
    number += 1
    if (line.trim() === '') continue
    const row = parseLoose(line)
    if (isRecord(row)) take(report, row)
    else skipped.push(`line ${number}: no JSON object`)
  }
  if (report.rows === 0)
    return fail(
      createError('ASSAY-9006', {
        message: 'This is no report of garak: it has neither evaluations nor hits',
      }),
    )
  const pairs = [...report.pairs.values()]
  if (pairs.some(({ stated, hits }) => stated === null && hits > 0))
    skipped.push('some probes were not evaluated to the end: their hits are counted, their attempts are not')
  return ok({ findings: pairs.flatMap((pair) => toFinding(report, pair)), skipped })
}

interface Pair {
  readonly probe: string
  readonly detector: string
  /** By its `eval` row; `null`: there is none. */
  stated: NonNullable<Finding['attempts']> | null
  hits: number
  readonly evidence: Finding['evidence']
}

interface Report {
  target: string
  version: string
  /** A score at or above it is a hit. */
  threshold: number
  readonly pairs: Map<string, Pair>
  /** Rows that say something of hits. */
  rows: number
}

function take(report: Report, row: Readonly<Record<string, unknown>>): void {
  switch (row['entry_type']) {
    case 'init':
      report.version = asText(row['garak_version']) ?? report.version
      return
    case 'start_run setup':
      takeSetup(report, row)
      return
    case 'eval':
      takeEvaluation(report, row)
      return
    case 'attempt':
      takeAttempt(report, row)
      return
    case undefined:
      takeHit(report, row)
  }
}

function takeSetup(report: Report, row: Readonly<Record<string, unknown>>): void {
  const named = [
    row['plugins.target_type'] ?? row['plugins.model_type'],
    row['plugins.target_name'] ?? row['plugins.model_name'],
  ]
  report.target = named.flatMap((part) => asText(part) ?? []).join(' ') || report.target
  const threshold = row['run.eval_threshold']
  if (typeof threshold === 'number') report.threshold = threshold
}

function takeEvaluation(report: Report, row: Readonly<Record<string, unknown>>): void {
  const [probe, detector] = [asText(row['probe']), asText(row['detector'])]
  const passed = asCount(row['passed'])
  const tried = asCount(row['total_evaluated']) ?? asCount(row['total'])
  if (probe === null || detector === null || passed === null || tried === null || passed > tried) return
  report.rows += 1
  pairOf(report, probe, detector).stated = { failed: asCount(row['fails']) ?? tried - passed, tried }
}

/** Written twice, before and after its detectors: only then it has scores. */
function takeAttempt(report: Report, row: Readonly<Record<string, unknown>>): void {
  const probe = asText(row['probe_classname'])
  const results = row['detector_results']
  if (probe === null || !isRecord(results)) return
  const outputs = asList(row['outputs'])
  for (const [detector, scores] of Object.entries(results))
    for (const [index, score] of asList(scores).entries()) {
      if (typeof score !== 'number' || score < report.threshold) continue
      report.rows += 1
      const pair = pairOf(report, probe, detector)
      pair.hits += 1
      keep(pair, {
        input: lastWords(row['prompt']),
        output: lastWords(outputs[index]),
        note: toWords(row['goal']),
      })
    }
}

/** A row of a hit log names no kind. */
function takeHit(report: Report, row: Readonly<Record<string, unknown>>): void {
  const [probe, detector] = [asText(row['probe']), asText(row['detector'])]
  if (probe === null || detector === null || row['output'] === undefined) return
  report.rows += 1
  report.target = asText(row['generator']) ?? report.target
  const pair = pairOf(report, probe, detector)
  pair.hits += 1
  keep(pair, {
    input: lastWords(row['prompt']),
    output: lastWords(row['output']),
    note: toWords(row['goal']),
  })
}

function keep({ evidence }: Pair, example: Finding['evidence'][number]): void {
  if (evidence.length < shownEvidence) evidence.push(example)
}

/** Older reports write `detector.dan.DAN` in one row and `dan.DAN` in the other. */
function pairOf({ pairs }: Report, probe: string, detector: string): Pair {
  const [shortProbe, shortDetector] = [probe.replace(/^probes?\./, ''), detector.replace(/^detectors?\./, '')]
  const key = `${shortProbe}\n${shortDetector}`
  const known = pairs.get(key)
  if (known !== undefined) return known
  const made: Pair = { probe: shortProbe, detector: shortDetector, stated: null, hits: 0, evidence: [] }
  pairs.set(key, made)
  return made
}

/** A prompt or output: a text, a message, or a conversation, of which the last message of the user counts. */
function lastWords(value: Loose): string {
  const turns = asList(pick(value, 'turns'))
  const asked = turns.findLast((turn) => pick(turn, 'role') === 'user') ?? turns.at(-1)
  const message = asked === undefined ? value : pick(asked, 'content')
  return asText(message) ?? asText(pick(message, 'text')) ?? toWords(message)
}

function toFinding(report: Report, { probe, detector, stated, hits, evidence }: Pair): FoundFinding[] {
  if ((stated?.failed ?? hits) === 0) return []
  const success = stated === null ? `${hits} hits` : describeAttempts(stated)
  const { target, version } = report
  return [
    toFoundFinding({
      title: `${probe} (${detector})`,
      kind: 'security',
      severity: stated === null ? 'major' : severityOf(stated),
      source: { kind: 'garak', reference: `${target}, garak ${version}`.replace(/ garak $/, ' garak') },
      sameBy: [target, probe, detector],
      description: `Probe ${probe} against ${target}: ${success}, by the detector ${detector}.`,
      evidence,
      attempts: stated,
    }),
  ]
}

/** By garak's own bounds of the share that holds (ABSOLUTE_DEFCON_BOUNDS): under 40 %, under 80 %, above. */
function severityOf({ failed, tried }: NonNullable<Finding['attempts']>): Finding['severity'] {
  const held = 1 - failed / tried
  return held < 0.4 ? 'critical' : held < 0.8 ? 'major' : 'minor'
}
