import {
  type CaseResult,
  type ContextRow,
  type EvaluationConfiguration,
  type EvaluationSummary,
  type TestCase,
  type VerdictRow,
} from '@assay/contracts'
import { ok, type Result, type RunReader } from '@assay/core'
import { openFinishedRows, type FinishedRows } from '@assay/core/runs'
import { describeMeasured } from '@assay/core/accuracy'
import {
  applyGates,
  compareRuns,
  defaultMargin,
  parseGates,
  summariseEvaluation,
  type ComparedSide,
} from '@assay/core/evaluation'
import type { Comparison } from '@assay/contracts'
import { readJudgeTrust, type JudgeTrust } from '../judge/read-judge-trust.ts'
import type { ReportCase } from '../render/report-case.ts'
import type { Workspace } from '../workspace.ts'
import { readEvaluationConfiguration } from './read-evaluation-configuration.ts'
import { requireRepeats } from './require-repeats.ts'

/** A run, ready to be shown. */
export interface Report {
  readonly summary: EvaluationSummary
  readonly configuration: EvaluationConfiguration
  /** At most `caseLimit`: failures first. */
  readonly cases: readonly ReportCase[]
  /** The command that tests again, as it was typed. */
  readonly retestCommand?: string
  /** Against the baseline; `null` where none was named. */
  readonly comparison: Comparison | null
  /** How far its judge can be trusted. */
  readonly trust: JudgeTrust
}

export interface ReportRequest {
  readonly run: string
  readonly baseline?: string | undefined
  /** Instead of the run's own gates. */
  readonly gates?: readonly string[] | undefined
  /** Differences inside it are without meaning. */
  readonly margin?: number | undefined
  /** Instead of what the run was started with. */
  readonly quarantineFlaky?: boolean | undefined
  /** Texts of so many cases are read: failures before the others. Absent: all. */
  readonly caseLimit?: number | undefined
  /** Label files beside those of the runs. */
  readonly labels?: readonly string[] | undefined
}

/** A page with the texts of more cases than this is slow to open; its figures still cover all. */
export const htmlCaseLimit = 2_000

export async function readReport(workspace: Workspace, request: ReportRequest): Promise<Result<Report>> {
  const side = await readSide(workspace, request.run, request)
  if (!side.ok) return side
  const { summary, configuration, reader } = side.value
  // Before anything is finished no check has been met.
  const checkNames = summary.counts.finished === 0 ? null : new Set(summary.checks.map(({ name }) => name))
  const gates = parseGates(request.gates ?? configuration.gates, checkNames)
  if (!gates.ok) return gates
  const comparison =
    request.baseline === undefined
      ? ok(null)
      : await compareWith(workspace, side.value, request.baseline, request)
  if (!comparison.ok) return comparison
  const gated = applyGates(summary, gates.value, comparison.value?.overall ?? null)
  return ok({
    summary: gated,
    configuration,
    comparison: comparison.value,
    trust: side.value.trust,
    cases: await readCases(side.value, chooseResults(gated.cases, request.caseLimit)),
    ...(reader.manifest.command === undefined ? {} : { retestCommand: reader.manifest.command }),
  })
}

interface Side extends ComparedSide {
  readonly reader: RunReader
  readonly finished: FinishedRows
  readonly trust: JudgeTrust
}

/** One run as a side of a comparison. */
export async function readSide(
  workspace: Workspace,
  run: string,
  { quarantineFlaky, labels = [] }: Pick<ReportRequest, 'quarantineFlaky' | 'labels'> = {},
): Promise<Result<Side>> {
  const reader = await workspace.runs.read(run)
  if (!reader.ok) return reader
  const read = readEvaluationConfiguration(reader.value.manifest)
  if (!read.ok) return read
  const configuration = read.value
  const repeated = requireRepeats(quarantineFlaky, configuration.repeats)
  if (!repeated.ok) return repeated
  const finished = openFinishedRows(reader.value)
  const trust = await readJudgeTrust(workspace, { reader: reader.value, finished, configuration, labels })
  if (!trust.ok) return trust
  const summary = await summariseEvaluation({
    run: reader.value,
    finished,
    quarantineFlaky,
    folder: workspace.runFolder(run),
    judgeMeasured: describeMeasured(trust.value.card),
    correction: trust.value.correction,
  })
  return ok({ reader: reader.value, finished, configuration, summary, trust: trust.value })
}

async function compareWith(
  workspace: Workspace,
  after: Side,
  baseline: string,
  { margin = defaultMargin, labels }: Pick<ReportRequest, 'margin' | 'labels'>,
): Promise<Result<Comparison>> {
  const before = await readSide(workspace, baseline, { labels })
  if (!before.ok) return before
  const questions = new Map<string, string>()
  for await (const testCase of after.reader.rows('cases')) questions.set(testCase.id, testCase.question)
  return compareRuns(before.value, after, { margin, questions })
}

function chooseResults(results: readonly CaseResult[], limit = Infinity): ReadonlyMap<string, CaseResult> {
  const failuresFirst =
    results.length <= limit
      ? results
      : results.toSorted((a, b) => Number(a.passed === true) - Number(b.passed === true))
  return new Map(failuresFirst.slice(0, limit).map((each) => [each.caseId, each]))
}

/** Joins what a reader of one case wants to see: question, answer, verdicts, passages. */
async function readCases(
  { reader, finished }: Side,
  results: ReadonlyMap<string, CaseResult>,
): Promise<readonly ReportCase[]> {
  const contexts = new Map<string, ContextRow>()
  for await (const context of reader.rows('contexts')) contexts.set(context.id, context)
  const attempts = new Map<string, Pick<ReportCase, 'answer' | 'error'>>()
  for await (const { caseId, repeat, answer, error } of finished.rows('attempts'))
    if (repeat === results.get(caseId)?.shownRepeat) attempts.set(caseId, { answer, error })
  const verdicts = new Map<string, VerdictRow[]>()
  for await (const row of finished.rows('verdicts'))
    if (row.repeat === results.get(row.caseId)?.shownRepeat)
      verdicts.set(row.caseId, [...(verdicts.get(row.caseId) ?? []), row])
  const cases: ReportCase[] = []
  for await (const testCase of reader.rows('cases')) {
    const result = results.get(testCase.id)
    if (result === undefined) continue
    cases.push({
      result,
      testCase,
      ...(attempts.get(testCase.id) ?? { answer: null, error: null }),
      verdicts: verdicts.get(testCase.id) ?? [],
      references: passagesOf(testCase, contexts),
    })
  }
  return cases
}

const passagesOf = (testCase: TestCase, contexts: ReadonlyMap<string, ContextRow>): readonly ContextRow[] =>
  testCase.referenceContexts.flatMap((id) => contexts.get(id) ?? [])
