import {
  evaluationConfigurationSchema,
  type AssayError,
  type CaseResult,
  type EvaluationSummary,
} from '@assay/contracts'
import type { RunReader } from '@assay/core'
import { applyGates, parseGates, summariseEvaluation } from '@assay/core/evaluation'
import { openFinishedRows, type FinishedRows } from '@assay/core/runs'
import { cutText, type StoredResult } from '@assay/storage/clickhouse'

export interface FiguresInput {
  readonly run: RunReader
  /** As the user can paste it. */
  readonly folder: string
  readonly judgeMeasured: EvaluationSummary['judge']['measured']
}

export interface MadeFigures {
  readonly summary: Omit<EvaluationSummary, 'cases'>
  /** US dollars, target and judge; `null`: unknown. */
  readonly costUsd: number | null
  /** Of gates that could not be read: none is decided then. */
  readonly error: AssayError | null
}

/** Everything a closed run comes to; its cases are given away in parts. */
export async function makeFigures(
  { run, folder, judgeMeasured }: FiguresInput,
  giveResults: (results: readonly StoredResult[]) => Promise<void>,
): Promise<MadeFigures> {
  const finished = openFinishedRows(run)
  const plain = await summariseEvaluation({ run, finished, folder, judgeMeasured })
  const { summary, error } = decideGates(plain, run)
  const { cases, ...figures } = summary
  const { targetUsd, judgeUsd } = figures.cost
  await giveAll(run, finished, cases, giveResults)
  return {
    summary: figures,
    costUsd: targetUsd === null || judgeUsd === null ? null : targetUsd + judgeUsd,
    error,
  }
}

/** As the command line does: before anything is finished no check has been met. */
function decideGates(
  summary: EvaluationSummary,
  run: RunReader,
): { readonly summary: EvaluationSummary; readonly error: AssayError | null } {
  const { gates: expressions } = evaluationConfigurationSchema.parse(run.manifest.configuration)
  const checkNames = summary.counts.finished === 0 ? null : new Set(summary.checks.map(({ name }) => name))
  const gates = parseGates(expressions, checkNames)
  return gates.ok
    ? { summary: applyGates(summary, gates.value, null), error: null }
    : { summary, error: gates.error }
}

const givenAtOnce = 2_000

async function giveAll(
  run: RunReader,
  finished: FinishedRows,
  cases: readonly CaseResult[],
  give: (results: readonly StoredResult[]) => Promise<void>,
): Promise<void> {
  const shown = new Map(cases.map(({ caseId, shownRepeat }) => [caseId, shownRepeat]))
  const answers = new Map<string, string>()
  for await (const { caseId, repeat, answer } of finished.rows('attempts'))
    if (answer !== null && shown.get(caseId) === repeat) answers.set(caseId, cutText(answer.text))
  const places = new Map<string, { readonly line: number; readonly question: string }>()
  let line = 0
  for await (const { id, question } of run.rows('cases')) {
    places.set(id, { line, question: cutText(question) })
    line += 1
  }
  const ordered = cases.toSorted((a, b) => rankOf(a) - rankOf(b))
  for (let from = 0; from < ordered.length; from += givenAtOnce)
    await give(
      ordered.slice(from, from + givenAtOnce).map((result, index) => ({
        position: from + index,
        line: places.get(result.caseId)?.line ?? 0,
        result,
        question: places.get(result.caseId)?.question ?? '',
        answer: answers.get(result.caseId) ?? null,
      })),
    )
}

/** Failures first, what is not known next. */
const rankOf = ({ passed, outcome }: CaseResult): number =>
  passed === false || outcome === 'error' ? 0 : passed === null ? 1 : 2
