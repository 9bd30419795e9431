import type { AssayError, VerdictRow } from '@assay/contracts'
import type { RunReader } from '../ports/run-store.ts'
import type { FinishedRows } from '../runs/finished-rows.ts'
import { evaluationChecks, type AttemptObservation, type ObservedCheck } from './observation.ts'

interface Draft extends Pick<AttemptObservation, 'repeat' | 'latencyMs' | 'returnedModel'> {
  readonly caseId: string
  error: AssayError | null
  readonly verdicts: VerdictRow[]
  readonly checks: ObservedCheck[]
}

/**
 * Joins the rows of finished units, in one pass over each table. Keeps no texts, so that memory grows by a few hundred
 * bytes an attempt. A unit that failed after its answer came counts as an error where nothing was judged.
 */
export async function readObservations(
  run: RunReader,
  finished: FinishedRows,
): Promise<ReadonlyMap<string, readonly AttemptObservation[]>> {
  const drafts = new Map<string, Draft>()
  for await (const { unit, caseId, repeat, answer, error } of finished.rows('attempts')) {
    const latencyMs = answer?.latencyMs ?? null
    drafts.set(unit, {
      caseId,
      repeat,
      error,
      latencyMs,
      returnedModel: answer?.returnedModel ?? null,
      verdicts: [],
      checks: [],
    })
  }
  for await (const row of finished.rows('verdicts')) {
    const draft = drafts.get(row.unit)
    if (draft !== undefined) keepVerdict(draft, row)
  }
  for await (const { key, error } of run.rows('units')) {
    const draft = drafts.get(key)
    if (draft?.verdicts.length === 0 && draft.checks.length === 0) draft.error ??= error ?? null
  }
  return groupByCase(drafts.values())
}

type Verdicts = Pick<Draft, 'verdicts' | 'checks'>

/** The last verdict of each check on one attempt. */
export function observeVerdicts(
  rows: Iterable<VerdictRow>,
): Pick<AttemptObservation, 'correctness' | 'declining' | 'retrieval' | 'checks'> {
  const kept: Verdicts = { verdicts: [], checks: [] }
  for (const row of rows) keepVerdict(kept, row)
  return toObserved(kept)
}

function keepVerdict({ verdicts, checks }: Verdicts, row: VerdictRow): void {
  if (row.required === undefined) replace(verdicts, row, (each) => each.check === row.check)
  else replace(checks, observeCheck(row, row.required), (each) => each.name === row.check)
}

/** In a list of a few: a map for each attempt would take more memory than what it holds. */
function replace<T>(list: T[], item: T, isSame: (each: T) => boolean): void {
  const at = list.findIndex(isSame)
  if (at === -1) list.push(item)
  else list[at] = item
}

function toObserved({ verdicts, checks }: Verdicts) {
  const verdictOf = (name: string): VerdictRow | null => verdicts.find(({ check }) => check === name) ?? null
  return {
    correctness: verdictOf(evaluationChecks.correctness),
    declining: verdictOf(evaluationChecks.declining),
    retrieval: verdictOf(evaluationChecks.retrieval),
    checks,
  }
}

function groupByCase(drafts: Iterable<Draft>): Map<string, AttemptObservation[]> {
  const byCase = new Map<string, AttemptObservation[]>()
  for (const { caseId, verdicts, checks, ...draft } of drafts) {
    const observation = { ...draft, ...toObserved({ verdicts, checks }) }
    const list = byCase.get(caseId)
    if (list === undefined) byCase.set(caseId, [observation])
    else list.push(observation)
  }
  for (const list of byCase.values()) list.sort((a, b) => a.repeat - b.repeat)
  return byCase
}

const observeCheck = (row: VerdictRow, required: boolean): ObservedCheck => ({
  name: row.check,
  required,
  weight: row.weight ?? 1,
  better: row.better ?? 'higher',
  outcome: row.outcome,
  score: row.score ?? null,
  reason: row.outcome === 'fail' ? (row.reason ?? null) : null,
})
