import type { Review } from '@assay/contracts/hub'
import { nextReview } from '@assay/core/reviewing'
import {
  appendAudit,
  dropRequirementStandings,
  listAwaitedEvaluations,
  listReviewsOfEvaluation,
  readEvaluation,
  readReview,
  saveReviewFigures,
  updateReview,
} from '@assay/storage/postgres'
import { refreshCorrection } from '../annotations/refresh-correction.ts'
import type { Hub } from '../hub.ts'
import { makeReviewFigures } from './make-figures.ts'
import { publishReview } from './publish-review.ts'
import { reviewStateOf } from './review-state-of.ts'
import { readStandings } from './standings.ts'

export type ReviewParts = Pick<Hub, 'control' | 'facts' | 'events' | 'clock'>

/**
 * After an evaluation ended, however: its corrected rate, the figures of the reviews that rest on it, and those that waited for
 * it are opened. May be called again: when its errors were asked once more the figures are others.
 */
export async function onEvaluationFinished(hub: ReviewParts, evaluationId: string): Promise<void> {
  await dropRequirementStandings(hub.control, evaluationId)
  await refreshCorrection(hub, evaluationId)
  for (const review of await listReviewsOfEvaluation(hub.control, evaluationId))
    await settleReview(hub, review)
}

/** At the start of the hub: reviews whose evaluations ended while nobody looked. */
export async function settleWaitingReviews(hub: ReviewParts): Promise<void> {
  for (const id of await listAwaitedEvaluations(hub.control))
    for (const review of await listReviewsOfEvaluation(hub.control, id))
      if (review.status === 'evaluating') await settleReview(hub, review)
}

/** Where all its evaluations are finished: keeps what they say, and opens it. */
export async function settleReview(hub: ReviewParts, review: Review): Promise<void> {
  if (!(await areFinished(hub, review))) return
  const figures = await makeReviewFigures(hub, review)
  if (figures === null) return
  if (review.evaluationId !== null) await readStandings(hub, review.projectId, review.evaluationId)
  const changed = await hub.control.transaction().execute(async (control) => {
    const before = await readReview(control, review.projectId, review.id)
    if (before === null || !hasSameEvaluations(before, review)) return false
    await saveReviewFigures(control, before.id, figures)
    if (before.status !== 'evaluating') return true
    const at = new Date(hub.clock.now()).toISOString()
    const state = nextReview(reviewStateOf(before), { kind: 'figures', at })
    const opened = state.ok ? await updateReview(control, { before, state: state.value }) : state
    if (!opened.ok) return false
    await appendAudit(control, {
      at,
      by: null,
      action: 'settleReview',
      projectId: before.projectId,
      subject: { kind: 'review', id: before.id, name: before.title },
      changes: [{ pointer: '/status', before: before.status, after: opened.value.status }],
      address: null,
      key: null,
    })
    return true
  })
  if (changed) publishReview(hub, review)
}

/** Somebody had it evaluated again in the meantime: these figures are not its own any more. */
const hasSameEvaluations = (a: Review, b: Review): boolean =>
  a.evaluationId === b.evaluationId && a.baseline?.evaluationId === b.baseline?.evaluationId

async function areFinished({ control }: ReviewParts, { evaluationId, baseline }: Review): Promise<boolean> {
  const ids = [evaluationId, ...(baseline === null ? [] : [baseline.evaluationId])]
  for (const id of ids) {
    const evaluation = id === null ? null : await readEvaluation(control, id)
    if (evaluation?.status !== 'finished') return false
  }
  return true
}
