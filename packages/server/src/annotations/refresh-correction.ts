import { listAlikeEvaluations, saveCorrection } from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'
import { readCorrection } from './read-correction.ts'

type Parts = Pick<Hub, 'control' | 'facts' | 'clock' | 'events'>

/** Puts the corrected rate into the figures of an evaluation, as the labels stand now. Not inside a transaction. */
export async function refreshCorrection(parts: Parts, evaluationId: string): Promise<void> {
  await saveCorrection(parts.control, evaluationId, await readCorrection(parts, evaluationId))
}

/** Up to so many answers whoever labels waits until the figures follow. */
const waitedAnswers = 1_000

interface Refreshing {
  /** A label came since it began. */
  isStale: boolean
}

const refreshing = new Map<string, Refreshing>()

/**
 * After a label was given or taken back: the corrected rate of its evaluation and of those alike (same target version, same
 * judge), one after another, and once more where labels come in the meantime. Returns before it is done where there are many answers.
 */
export async function followLabel(parts: Parts, evaluationId: string, answers: number): Promise<void> {
  const running = refreshing.get(evaluationId)
  if (running !== undefined) {
    running.isStale = true
    return
  }
  const work = refreshAll(parts, evaluationId).catch((error: unknown) => {
    process.stderr.write(
      `labels of ${evaluationId}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
  })
  if (answers <= waitedAnswers) await work
}

async function refreshAll(parts: Parts, evaluationId: string): Promise<void> {
  const state: Refreshing = { isStale: true }
  refreshing.set(evaluationId, state)
  try {
    while (state.isStale) {
      state.isStale = false
      for (const { id, projectId } of await listAlikeEvaluations(parts.control, evaluationId)) {
        await refreshCorrection(parts, id)
        parts.events.publish(projectId, { kind: 'evaluation', id })
      }
    }
  } finally {
    refreshing.delete(evaluationId)
  }
}
