import type { AttemptRow, VerdictRow } from '@assay/contracts'
import type { RunReader } from '../ports/run-store.ts'
import { evaluationChecks, type AttemptObservation } from './observation.ts'

interface Draft {
  repeat: number
  attempt: Pick<AttemptRow, 'error'> & {
    readonly latencyMs: number | null
    readonly returnedModel: string | null
  }
  verdicts: Map<string, VerdictRow>
}

/**
 * Joins a run's rows by unit, in one pass over each table. A unit that was taken up again after a kill may have a
 * row twice: the last one counts. Keeps no texts, so that memory grows by a few hundred bytes an attempt.
 */
export async function readObservations(
  run: RunReader,
): Promise<ReadonlyMap<string, readonly AttemptObservation[]>> {
  const drafts = new Map<string, Draft & { caseId: string }>()
  for await (const row of run.rows('attempts')) {
    const attempt = {
      error: row.error,
      latencyMs: row.answer?.latencyMs ?? null,
      returnedModel: row.answer?.returnedModel ?? null,
    }
    drafts.set(row.unit, { caseId: row.caseId, repeat: row.repeat, attempt, verdicts: new Map() })
  }
  for await (const row of run.rows('verdicts')) drafts.get(row.unit)?.verdicts.set(row.check, row)
  for await (const row of run.rows('units')) {
    const draft = drafts.get(row.key)
    if (draft !== undefined && row.status === 'failed' && draft.attempt.error === null) {
      draft.attempt = { ...draft.attempt, error: draft.verdicts.size === 0 ? (row.error ?? null) : null }
    }
  }
  return groupByCase(drafts.values())
}

function groupByCase(drafts: Iterable<Draft & { caseId: string }>): Map<string, AttemptObservation[]> {
  const byCase = new Map<string, AttemptObservation[]>()
  for (const draft of drafts) {
    const { error, latencyMs, returnedModel } = draft.attempt
    const verdict = (check: string): VerdictRow | null => draft.verdicts.get(check) ?? null
    const observation = {
      repeat: draft.repeat,
      latencyMs,
      returnedModel,
      error,
      correctness: verdict(evaluationChecks.correctness),
      declining: verdict(evaluationChecks.declining),
      retrieval: verdict(evaluationChecks.retrieval),
    }
    const list = byCase.get(draft.caseId)
    if (list === undefined) byCase.set(draft.caseId, [observation])
    else list.push(observation)
  }
  for (const list of byCase.values()) list.sort((a, b) => a.repeat - b.repeat)
  return byCase
}
