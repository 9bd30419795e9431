import type { AssayError, VerdictRow } from '@assay/contracts'
import type { RunReader } from '../ports/run-store.ts'
import type { FinishedRows } from '../runs/finished-rows.ts'
import { evaluationChecks, type AttemptObservation, type ObservedCheck } from './observation.ts'

interface Draft extends Pick<AttemptObservation, 'repeat' | 'latencyMs' | 'returnedModel'> {
  readonly caseId: string
  error: AssayError | null
  readonly verdicts: Map<string, VerdictRow>
  readonly checks: Map<string, ObservedCheck>
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
      verdicts: new Map(),
      checks: new Map(),
    })
  }
  for await (const row of finished.rows('verdicts')) {
    const draft = drafts.get(row.unit)
    if (draft !== undefined) keepVerdict(draft, row)
  }
  for await (const { key, error } of run.rows('units')) {
    const draft = drafts.get(key)
    if (draft?.verdicts.size === 0 && draft.checks.size === 0) draft.error ??= error ?? null
  }
  return groupByCase(drafts.values())
}

type Verdicts = Pick<Draft, 'verdicts' | 'checks'>

/** The last verdict of each check on one attempt. */
export function observeVerdicts(
  rows: Iterable<VerdictRow>,
): Pick<AttemptObservation, 'correctness' | 'declining' | 'retrieval' | 'checks'> {
  const kept: Verdicts = { verdicts: new Map(), checks: new Map() }
  for (const row of rows) keepVerdict(kept, row)
  return toObserved(kept)
}

function keepVerdict({ verdicts, checks }: Verdicts, row: VerdictRow): void {
  if (row.required === undefined) verdicts.set(row.check, row)
  else checks.set(row.check, observeCheck(row, row.required))
}

const toObserved = ({ verdicts, checks }: Verdicts) => ({
  correctness: verdicts.get(evaluationChecks.correctness) ?? null,
  declining: verdicts.get(evaluationChecks.declining) ?? null,
  retrieval: verdicts.get(evaluationChecks.retrieval) ?? null,
  checks: [...checks.values()],
})

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
