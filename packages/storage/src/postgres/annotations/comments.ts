import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { commentSchema, type Comment } from '@assay/contracts/hub'
import { must, ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import { decodeIdCursor, toPage } from '../cursor.ts'

export interface CommentFilter {
  readonly projectId: string
  readonly subject: Comment['subject']
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Oldest first. */
export async function listComments(
  database: ControlDatabase,
  { projectId, subject, limit, cursor }: CommentFilter,
): Promise<Result<{ items: Comment[]; next: string | null }>> {
  let query = selectComments(database)
    .where('comments.project_id', '=', projectId)
    .where('comments.subject_kind', '=', subject.kind)
    .where('comments.subject_id', '=', subject.id)
  if (cursor !== undefined) {
    const key = decodeIdCursor(cursor)
    if (!key.ok) return key
    query = query.where('comments.id', '>', key.value)
  }
  const rows = await query
    .orderBy('comments.id')
    .limit(limit + 1)
    .execute()
  return ok(toPage(rows, limit, ({ id }) => [id], toComment))
}

/** `null`: the project has none of this id. */
export async function readComment(
  database: ControlDatabase,
  projectId: string,
  id: string,
): Promise<Comment | null> {
  const row = await selectComments(database)
    .where('comments.project_id', '=', projectId)
    .where('comments.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : toComment(row)
}

export interface NewComment {
  readonly id: string
  readonly projectId: string
  readonly subject: Comment['subject']
  readonly text: string
  readonly mentionIds: readonly string[]
  readonly by: string
  /** ISO 8601. */
  readonly at: string
}

export async function insertComment(database: ControlDatabase, comment: NewComment): Promise<Comment> {
  const { id, projectId, subject, text, mentionIds, by, at } = comment
  await database
    .insertInto('comments')
    .values({
      id,
      project_id: projectId,
      subject_kind: subject.kind,
      subject_id: subject.id,
      text,
      by_id: by,
      at,
      edited_at: null,
      resolved_at: null,
      resolved_by: null,
    })
    .execute()
  if (mentionIds.length > 0)
    await database
      .insertInto('comment_mentions')
      .values(mentionIds.map((person_id) => ({ comment_id: id, person_id })))
      .execute()
  return written(database, projectId, id)
}

export interface CommentChange {
  readonly before: Comment
  readonly projectId: string
  readonly text?: string | undefined
  readonly resolved?: boolean | undefined
  readonly by: string
  readonly at: string
}

export async function updateComment(
  database: ControlDatabase,
  { before, projectId, text, resolved, by, at }: CommentChange,
): Promise<Comment> {
  const resolution =
    resolved === undefined || resolved === (before.resolvedAt !== null)
      ? {}
      : { resolved_at: resolved ? at : null, resolved_by: resolved ? by : null }
  const edit = text === undefined || text === before.text ? {} : { text, edited_at: at }
  const set = { ...resolution, ...edit }
  if (Object.keys(set).length > 0)
    await database.updateTable('comments').set(set).where('id', '=', before.id).execute()
  return written(database, projectId, before.id)
}

/** How many comments each of the things has; those without are absent. */
export async function countComments(
  database: ControlDatabase,
  projectId: string,
  kind: Comment['subject']['kind'],
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await database
    .selectFrom('comments')
    .select(['subject_id', sql<number>`count(*)::int`.as('comments')])
    .where('project_id', '=', projectId)
    .where('subject_kind', '=', kind)
    .where(sql<boolean>`subject_id = any(${[...ids]}::text[])`)
    .groupBy('subject_id')
    .execute()
  return new Map(rows.map(({ subject_id, comments }) => [subject_id, comments]))
}

const written = async (database: ControlDatabase, projectId: string, id: string): Promise<Comment> =>
  must(await readComment(database, projectId, id), `comment ${id}`)

const selectComments = (database: ControlDatabase) =>
  database
    .selectFrom('comments')
    .innerJoin('people', 'people.id', 'comments.by_id')
    .selectAll('comments')
    .select('people.name as by_name')
    .select((select) =>
      jsonArrayFrom(
        select
          .selectFrom('comment_mentions as mentions')
          .innerJoin('people as mentioned', 'mentioned.id', 'mentions.person_id')
          .select(['mentioned.id', 'mentioned.name'])
          .whereRef('mentions.comment_id', '=', 'comments.id')
          .orderBy('mentioned.name'),
      ).as('mentions'),
    )

type CommentRow = Awaited<ReturnType<ReturnType<typeof selectComments>['execute']>>[number]

const toComment = (row: CommentRow): Comment =>
  commentSchema.parse({
    id: row.id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    text: row.text,
    mentions: row.mentions,
    by: { id: row.by_id, name: row.by_name },
    at: row.at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    resolvedAt: row.resolved_at?.toISOString() ?? null,
  })
