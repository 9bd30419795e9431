import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { reviewSchema, type Review } from '@assay/contracts/hub'
import { ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import { decodeIdCursor, toPage } from '../cursor.ts'

export interface ReviewFilter {
  readonly projectId: string
  readonly status?: Review['status'] | undefined
  readonly targetId?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Newest first. */
export async function listReviews(
  database: ControlDatabase,
  filter: ReviewFilter,
): Promise<Result<{ items: Review[]; next: string | null }>> {
  let query = selectReviews(database).where('reviews.project_id', '=', filter.projectId)
  if (filter.status !== undefined) query = query.where('reviews.status', '=', filter.status)
  if (filter.targetId !== undefined) query = query.where('reviews.target_id', '=', filter.targetId)
  if (filter.cursor !== undefined) {
    const key = decodeIdCursor(filter.cursor)
    if (!key.ok) return key
    query = query.where('reviews.id', '<', key.value)
  }
  const rows = await query
    .orderBy('reviews.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  return ok(toPage(rows, filter.limit, ({ id }) => [id], toReview))
}

/** `null`: the project has none of this id. */
export async function readReview(
  database: ControlDatabase,
  projectId: string,
  id: string,
): Promise<Review | null> {
  const row = await selectReviews(database)
    .where('reviews.project_id', '=', projectId)
    .where('reviews.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : toReview(row)
}

/** Reviews that rest on an evaluation, as candidate or as baseline, and were not withdrawn. */
export async function listReviewsOfEvaluation(
  database: ControlDatabase,
  evaluationId: string,
): Promise<readonly Review[]> {
  const rows = await selectReviews(database)
    .where((where) =>
      where.or([
        where('reviews.evaluation_id', '=', evaluationId),
        where('reviews.baseline_evaluation_id', '=', evaluationId),
      ]),
    )
    .where('reviews.status', '!=', 'withdrawn')
    .orderBy('reviews.id')
    .execute()
  return rows.map(toReview)
}

/** Evaluations that a review waits for. */
export async function listAwaitedEvaluations(database: ControlDatabase): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('reviews')
    .select(['evaluation_id', 'baseline_evaluation_id'])
    .where('status', '=', 'evaluating')
    .execute()
  const ids = rows.flatMap((row) => [row.evaluation_id, row.baseline_evaluation_id])
  return [...new Set(ids.filter((id) => id !== null))]
}

/**
 * Reviews that use one of the test sets and still count: not withdrawn, and no later version of the same target was approved
 * since. Older ones are history, and stay as they were decided.
 */
export async function listReviewsInForce(
  database: ControlDatabase,
  { projectId, testSetIds }: { readonly projectId: string; readonly testSetIds: readonly string[] },
): Promise<readonly Review[]> {
  const rows = await selectReviews(database)
    .where('reviews.project_id', '=', projectId)
    .where('reviews.status', '!=', 'withdrawn')
    .where(sql<boolean>`reviews.test_set_ids && ${[...testSetIds]}::uuid[]`)
    .where(
      sql<boolean>`not exists (select 1 from reviews as later where later.target_id = reviews.target_id
        and later.status = 'approved' and later.target_version > reviews.target_version)`,
    )
    .orderBy('reviews.id')
    .execute()
  return rows.map(toReview)
}

/** The latest version before this one that a review approved; `null`: none was. */
export async function findApprovedVersion(
  database: ControlDatabase,
  { targetId, before }: { readonly targetId: string; readonly before: number },
): Promise<number | null> {
  const row = await database
    .selectFrom('reviews')
    .select((select) => select.fn.max('target_version').as('version'))
    .where('target_id', '=', targetId)
    .where('status', '=', 'approved')
    .where('target_version', '<', before)
    .executeTakeFirst()
  return row?.version ?? null
}

const selectReviews = (database: ControlDatabase) =>
  database
    .selectFrom('reviews')
    .innerJoin('people', 'people.id', 'reviews.created_by')
    .innerJoin('documents', 'documents.id', 'reviews.target_id')
    .selectAll('reviews')
    .select(['people.name as created_by_name', 'documents.name as target_name'])
    .select((select) => [
      jsonArrayFrom(
        select
          .selectFrom('review_reviewers as required')
          .innerJoin('people as reviewers', 'reviewers.id', 'required.person_id')
          .select(['reviewers.id', 'reviewers.name'])
          .whereRef('required.review_id', '=', 'reviews.id')
          .orderBy('reviewers.name'),
      ).as('required_reviewers'),
      jsonArrayFrom(
        select
          .selectFrom('review_decisions as given')
          .innerJoin('people as deciders', 'deciders.id', 'given.person_id')
          .select([
            'given.decision',
            'given.why',
            'given.outdated',
            'given.own',
            'deciders.id',
            'deciders.name',
          ])
          .select('given.at')
          .whereRef('given.review_id', '=', 'reviews.id')
          .orderBy('given.number'),
      ).as('decisions'),
      jsonArrayFrom(
        select
          .selectFrom('review_reopenings as reopenings')
          .select(['reopenings.at', 'reopenings.because'])
          .whereRef('reopenings.review_id', '=', 'reviews.id')
          .orderBy('reopenings.number'),
      ).as('reopened'),
    ])

type ReviewRow = Awaited<ReturnType<ReturnType<typeof selectReviews>['execute']>>[number]

/** In JSON a time is a text with the offset of the connection. */
const toTime = (at: unknown): string => new Date(String(at)).toISOString()

const toReview = (row: ReviewRow): Review =>
  reviewSchema.parse({
    id: row.id,
    projectId: row.project_id,
    title: row.title,
    status: row.status,
    target: { id: row.target_id, name: row.target_name, version: row.target_version },
    baseline:
      row.baseline_version === null
        ? null
        : { version: row.baseline_version, evaluationId: row.baseline_evaluation_id },
    testSetIds: row.test_set_ids,
    checkIds: row.check_ids,
    judge: row.judge,
    gates: row.gates,
    evaluationId: row.evaluation_id,
    requiredReviewers: row.required_reviewers,
    decisions: row.decisions.map(({ id, name, decision, why, at, outdated, own }) => ({
      by: { id, name },
      decision,
      why,
      at: toTime(at),
      outdated,
      own,
    })),
    reopened: row.reopened.map(({ at, because }) => ({ at: toTime(at), because })),
    rollback:
      row.rollback_version === null ? null : { version: row.rollback_version, note: row.rollback_note },
    createdAt: row.created_at.toISOString(),
    createdBy: { id: row.created_by, name: row.created_by_name },
    closedAt: row.closed_at?.toISOString() ?? null,
    revision: row.revision,
  })
