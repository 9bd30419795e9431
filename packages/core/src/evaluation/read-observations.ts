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
    if (row.required === undefined) draft?.verdicts.set(row.check, row)
    else draft?.checks.set(row.check, observeCheck(row, row.required))
  }
  for await (const { key, error } of run.rows('units')) {
    const draft = drafts.get(key)
    if (draft?.verdicts.size === 0 && draft.checks.size === 0) draft.error ??= error ?? null
  }
  return groupByCase(drafts.values())
}

function groupByCase(drafts: Iterable<Draft>): Map<string, AttemptObservation[]> {
  const byCase = new Map<string, AttemptObservation[]>()
  for (const { caseId, verdicts, checks, ...draft } of drafts) {
    const verdict = (check: string): VerdictRow | null => verdicts.get(check) ?? null
    const observation = {
      ...draft,
      correctness: verdict(evaluationChecks.correctness),
      declining: verdict(evaluationChecks.declining),
      retrieval: verdict(evaluationChecks.retrieval),
      checks: [...checks.values()],
    }
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
