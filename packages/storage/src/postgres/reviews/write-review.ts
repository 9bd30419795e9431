import type { Updateable } from 'kysely'
import type { Review } from '@assay/contracts/hub'
import { createError, fail, must, ok, type Result } from '@assay/core'
import type { ReviewFigures, ReviewState } from '@assay/core/reviewing'
import type { ControlDatabase } from '../control-database.ts'
import type { ReviewTables } from '../review-tables.ts'
import { toStorableJson } from '../storable-json.ts'
import { readReview } from './list-reviews.ts'

export interface NewReview extends Pick<
  Review,
  'id' | 'projectId' | 'title' | 'testSetIds' | 'checkIds' | 'judge' | 'gates' | 'evaluationId' | 'rollback'
> {
  readonly target: Pick<Review['target'], 'id' | 'version'>
  readonly baseline: Review['baseline']
  readonly requiredReviewerIds: readonly string[]
  readonly by: string
  /** ISO 8601. */
  readonly at: string
}

/** Makes it as `evaluating`. */
export async function insertReview(database: ControlDatabase, review: NewReview): Promise<Review> {
  const { id, projectId, target, baseline, rollback } = review
  await database
    .insertInto('reviews')
    .values({
      id,
      project_id: projectId,
      title: review.title,
      status: 'evaluating',
      target_id: target.id,
      target_version: target.version,
      baseline_version: baseline?.version ?? null,
      evaluation_id: review.evaluationId,
      baseline_evaluation_id: baseline?.evaluationId ?? null,
      test_set_ids: review.testSetIds,
      check_ids: review.checkIds,
      judge: review.judge,
      gates: review.gates,
      rollback_version: rollback?.version ?? null,
      rollback_note: rollback?.note ?? '',
      figures: null,
      created_at: review.at,
      created_by: review.by,
      closed_at: null,
      revision: 1,
    })
    .execute()
  await writeReviewers(database, id, review.requiredReviewerIds)
  return must(await readReview(database, projectId, id), `review ${id}`)
}

export interface ReviewChange {
  /** As it was read: another revision by now is ASSAY-9004. */
  readonly before: Review
  readonly state: ReviewState
  /** Who made the version that is decided on. */
  readonly versionBy?: string | undefined
  readonly title?: string | undefined
  readonly rollback?: Review['rollback'] | undefined
  readonly evaluations?:
    | { readonly evaluationId: string; readonly baselineEvaluationId: string | null }
    | undefined
}

/** Fails with ASSAY-9004 where somebody else changed it since. */
export async function updateReview(database: ControlDatabase, change: ReviewChange): Promise<Result<Review>> {
  const { before, state, title, rollback, evaluations } = change
  const set: Updateable<ReviewTables['reviews']> = {
    status: state.status,
    closed_at: state.closedAt,
    revision: before.revision + 1,
  }
  if (title !== undefined) set.title = title
  if (rollback !== undefined) {
    set.rollback_version = rollback?.version ?? null
    set.rollback_note = rollback?.note ?? ''
  }
  if (evaluations !== undefined) {
    set.evaluation_id = evaluations.evaluationId
    set.baseline_evaluation_id = evaluations.baselineEvaluationId
    set.figures = null
  }
  const changed = await database
    .updateTable('reviews')
    .set(set)
    .where('id', '=', before.id)
    .where('revision', '=', before.revision)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return fail(createError('ASSAY-9004', { where: before.id }))
  await writeReviewers(database, before.id, state.requiredReviewers)
  await writeDecisions(database, change)
  await writeReopenings(database, before, state)
  return ok(must(await readReview(database, before.projectId, before.id), `review ${before.id}`))
}

/** What the evaluations say; `null`: nothing yet. */
export async function readReviewFigures(
  database: ControlDatabase,
  reviewId: string,
): Promise<ReviewFigures | null> {
  const row = await database
    .selectFrom('reviews')
    .select('figures')
    .where('id', '=', reviewId)
    .executeTakeFirst()
  return row?.figures ?? null
}

export async function saveReviewFigures(
  database: ControlDatabase,
  reviewId: string,
  figures: ReviewFigures,
): Promise<void> {
  await database
    .updateTable('reviews')
    .set({ figures: toStorableJson(figures) })
    .where('id', '=', reviewId)
    .execute()
}

async function writeReviewers(
  database: ControlDatabase,
  reviewId: string,
  personIds: readonly string[],
): Promise<void> {
  await database.deleteFrom('review_reviewers').where('review_id', '=', reviewId).execute()
  if (personIds.length === 0) return
  await database
    .insertInto('review_reviewers')
    .values(personIds.map((person_id) => ({ review_id: reviewId, person_id })))
    .execute()
}

/** New ones are added; those before are never changed but for being outdated. */
async function writeDecisions(
  database: ControlDatabase,
  { before, state, versionBy }: ReviewChange,
): Promise<void> {
  const known = before.decisions.length
  const outdated = state.decisions.slice(0, known).filter((each) => each.outdated).length
  if (outdated > before.decisions.filter((each) => each.outdated).length)
    await database
      .updateTable('review_decisions')
      .set({ outdated: true })
      .where('review_id', '=', before.id)
      .execute()
  const added = state.decisions.slice(known)
  if (added.length === 0) return
  await database
    .insertInto('review_decisions')
    .values(
      added.map(({ by, decision, why, at, outdated: isOutdated }, index) => ({
        review_id: before.id,
        number: known + index,
        person_id: by,
        decision,
        why,
        at,
        outdated: isOutdated,
        own: by === versionBy,
      })),
    )
    .execute()
}

async function writeReopenings(
  database: ControlDatabase,
  before: Review,
  { reopened }: ReviewState,
): Promise<void> {
  const added = reopened.slice(before.reopened.length)
  if (added.length === 0) return
  await database
    .insertInto('review_reopenings')
    .values(
      added.map(({ at, because }, index) => ({
        review_id: before.id,
        number: before.reopened.length + index,
        at,
        because,
      })),
    )
    .execute()
}
