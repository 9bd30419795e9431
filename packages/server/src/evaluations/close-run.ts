import {
  findPreviousEvaluation,
  listDueSummaries,
  readEvaluationRun,
  saveComparedWith,
} from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'
import { recordGateFindings } from '../findings/record-gate-findings.ts'
import { onEvaluationFinished } from '../reviews/on-evaluation-finished.ts'
import { compareEvaluations } from './compare-evaluations.ts'
import { publishEvaluation } from './publish-evaluation.ts'
import { summariseRun } from './summarise-run.ts'

/** What is needed when an evaluation ended. */
export type ClosingParts = Pick<
  Hub,
  'control' | 'facts' | 'events' | 'clock' | 'random' | 'settings' | 'jobs'
>

/** Up to so many questions whoever closes a run waits for its figures. */
const waitedUnits = 20_000

/**
 * After a run was closed: its figures where rows came, then what follows from them, then the word that it changed. What
 * fails here is owed still and done at the next start. Returns before it is done where the run is large.
 */
export async function afterClosing(parts: ClosingParts, id: string, units: number): Promise<void> {
  const work = finishClosing(parts, id)
  if (units <= waitedUnits) await work
}

/** At the start of the hub: what closed and got no figures. Does not wait. */
export async function summariseDue(parts: ClosingParts): Promise<void> {
  const ids = await listDueSummaries(parts.control)
  void (async () => {
    for (const id of ids) await finishClosing(parts, id)
  })()
}

/** Never rejects: nobody may be there to hear it. */
async function finishClosing(parts: ClosingParts, id: string): Promise<void> {
  try {
    const run = await readEvaluationRun(parts.control, id)
    if (run?.isSummaryDue === true) await summariseRun(parts, id)
    await tellEnd(parts, id)
    if (run?.status === 'finished') await compareWithPrevious(parts, id)
    await publishEvaluation(parts, id)
  } catch (error) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`evaluation ${id}: its figures are owed still: ${trace}\n`)
  }
}

/** The home page shows what the last version changed. */
async function compareWithPrevious(parts: ClosingParts, id: string): Promise<void> {
  const previous = await findPreviousEvaluation(parts.control, id)
  const compared = previous === null ? null : await compareEvaluations(parts, { a: previous, b: id })
  await saveComparedWith(parts.control, id, compared?.ok === true ? previous : null)
}

/** Whoever waited for it hears how it ended. */
export async function tellEnd(parts: ClosingParts, id: string): Promise<void> {
  const run = await readEvaluationRun(parts.control, id)
  if (run?.status === 'finished') await recordGateFindings(parts, id)
  await onEvaluationFinished(parts, id)
}
