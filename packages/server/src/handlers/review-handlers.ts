import type { Review, reviewEndpoints } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import { nextReview, type ReviewEvent, type ReviewState } from '@assay/core/reviewing'
import { listReviews, readDocumentVersion, readReview, updateReview } from '@assay/storage/postgres'
import { requirePeople } from '../annotations/require-people.ts'
import { actorOf, type HandlerContext, type Handlers } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'
import { settleReview } from '../reviews/on-evaluation-finished.ts'
import { openReview, startReviewEvaluation } from '../reviews/open-review.ts'
import { publishReview } from '../reviews/publish-review.ts'
import { readTargetVersion } from '../reviews/read-target-version.ts'
import { readReviewDetail } from '../reviews/review-detail.ts'
import { reviewStateOf } from '../reviews/review-state-of.ts'

type ReviewEndpoint = Exclude<keyof typeof reviewEndpoints, 'listRequirementStandings'>

export const reviewHandlers: Handlers<ReviewEndpoint> = {
  listReviews: ({ params, query }, { control }) => listReviews(control, { ...query, ...params }),
  async openReview({ params, body }, context) {
    const { hub } = context
    const opened = await openReview(context, params.projectId, body)
    if (!opened.ok) return opened
    const review = opened.value
    context.audit({ kind: 'review', id: review.id, name: review.title, after: review })
    context.afterCommit(async () => {
      publishReview(hub, review)
      await settleReview(hub, review)
    })
    return opened
  },
  async getReview({ params }, { hub, control }) {
    const review = await readReview(control, params.projectId, params.reviewId)
    return review === null ? notThere(params.reviewId) : ok(await readReviewDetail(hub, review))
  },
  async decideReview({ params, body }, context) {
    const { control, at } = context
    const before = await readAsSeen(context, params)
    if (!before.ok) return before
    const decided = nextReview(reviewStateOf(before.value), {
      kind: 'decide',
      by: actorOf(context).id,
      decision: body.decision,
      why: body.why,
      at,
    })
    if (!decided.ok) return decided
    const { projectId, target } = before.value
    const version = await readTargetVersion(control, {
      projectId,
      targetId: target.id,
      version: target.version,
    })
    const change = { before: before.value, state: decided.value, versionBy: version?.madeBy }
    return written(context, before.value, await updateReview(control, change))
  },
  async changeReview({ params, body }, context) {
    const { control, at } = context
    const before = await readAsSeen(context, params)
    if (!before.ok) return before
    const { rollback, title, requiredReviewerIds, withdraw } = body
    const planned = await requireRollback(context, before.value, rollback)
    if (!planned.ok) return planned
    const events: ReviewEvent[] = withdraw === true ? [{ kind: 'withdraw', at }] : []
    if (requiredReviewerIds !== undefined) {
      const ids = await requireReviewers(context, params.projectId, requiredReviewerIds)
      if (!ids.ok) return ids
      events.unshift({ kind: 'reviewers', at, ids: ids.value })
    }
    const state = applyAll(before.value, events)
    if (!state.ok) return state
    const change = { before: before.value, state: state.value, title, rollback }
    return written(context, before.value, await updateReview(control, change))
  },
  async evaluateReview({ params }, context) {
    const { control, at } = context
    const before = await readAsSeen(context, params)
    if (!before.ok) return before
    const review = before.value
    const because = 'Evaluated again with the test sets as they are now'
    const state = nextReview(reviewStateOf(review), { kind: 'evaluate', at, because })
    if (!state.ok) return state
    const evaluations = await startAgain(context, review)
    if (!evaluations.ok) return evaluations
    const change = { before: review, state: state.value, evaluations: evaluations.value }
    return written(context, review, await updateReview(control, change))
  },
}

/** The review at the revision its caller read. Fails with ASSAY-9003, and with ASSAY-9004 where it is another by now. */
async function readAsSeen(
  { control, revision }: HandlerContext,
  { projectId, reviewId }: { readonly projectId: string; readonly reviewId: string },
): Promise<Result<Review>> {
  const review = await readReview(control, projectId, reviewId)
  if (review === null) return notThere(reviewId)
  return review.revision === revision ? ok(review) : fail(createError('ASSAY-9004', { where: reviewId }))
}

function written(context: HandlerContext, before: Review, changed: Result<Review>): Result<Review> {
  if (!changed.ok) return changed
  const { hub } = context
  context.audit({ kind: 'review', id: before.id, name: before.title, before, after: changed.value })
  context.afterCommit(() => publishReview(hub, before))
  return changed
}

/** A withdrawn review is not changed in anything. */
function applyAll(review: Review, events: readonly ReviewEvent[]): Result<ReviewState> {
  if (review.status === 'withdrawn')
    return fail(createError('ASSAY-9009', { message: 'The review was withdrawn', fix: 'open another one' }))
  let state = reviewStateOf(review)
  for (const event of events) {
    const next = nextReview(state, event)
    if (!next.ok) return next
    state = next.value
  }
  return ok(state)
}

const requireReviewers = (
  { control }: HandlerContext,
  projectId: string,
  ids: readonly string[],
): Promise<Result<readonly string[]>> =>
  requirePeople(control, { projectId, ids, where: 'requiredReviewerIds', right: 'review' })

async function requireRollback(
  { control }: HandlerContext,
  { target }: Review,
  rollback: Review['rollback'] | undefined,
): Promise<Result<void>> {
  if (rollback === undefined || rollback === null) return ok(undefined)
  const isThere = (await readDocumentVersion(control, target.id, rollback.version)) !== null
  if (!isThere) return notThere('rollback.version')
  return rollback.version === target.version
    ? fail(
        createError('ASSAY-9006', {
          where: 'rollback.version',
          message: 'Going back leads to another version than the one reviewed',
        }),
      )
    : ok(undefined)
}

/** Both versions: what one asks, the other must be asked too. */
async function startAgain(context: HandlerContext, review: Review) {
  const { projectId, testSetIds, checkIds, judge, target, baseline } = review
  const wanted = { projectId, testSetIds, checkIds, judge }
  const start = (version: number) => startReviewEvaluation(context, wanted, { targetId: target.id, version })
  const candidate = await start(target.version)
  if (!candidate.ok) return candidate
  const before = baseline === null ? null : await start(baseline.version)
  if (before !== null && !before.ok) return before
  return ok({ evaluationId: candidate.value.id, baselineEvaluationId: before?.value.id ?? null })
}
