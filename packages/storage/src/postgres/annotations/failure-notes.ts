import { failureNoteSchema, type FailureNote } from '@assay/contracts/hub'
import { must, ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import { decodeIdCursor, toPage } from '../cursor.ts'

export interface FailureNoteFilter {
  readonly projectId: string
  readonly evaluationId?: string | undefined
  readonly categoryId?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Newest first. */
export async function listFailureNotes(
  database: ControlDatabase,
  filter: FailureNoteFilter,
): Promise<Result<{ items: FailureNote[]; next: string | null }>> {
  let query = selectNotes(database).where('failure_notes.project_id', '=', filter.projectId)
  if (filter.evaluationId !== undefined)
    query = query.where('failure_notes.evaluation_id', '=', filter.evaluationId)
  if (filter.categoryId !== undefined)
    query = query.where('failure_notes.category_id', '=', filter.categoryId)
  if (filter.cursor !== undefined) {
    const key = decodeIdCursor(filter.cursor)
    if (!key.ok) return key
    query = query.where('failure_notes.id', '<', key.value)
  }
  const rows = await query
    .orderBy('failure_notes.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  return ok(toPage(rows, filter.limit, ({ id }) => [id], toNote))
}

export interface NewFailureNote extends Omit<FailureNote, 'by'> {
  readonly projectId: string
  readonly byId: string
}

export async function insertFailureNote(
  database: ControlDatabase,
  note: NewFailureNote,
): Promise<FailureNote> {
  await database
    .insertInto('failure_notes')
    .values({
      id: note.id,
      project_id: note.projectId,
      evaluation_id: note.evaluationId,
      case_id: note.caseId,
      text: note.text,
      category_id: note.categoryId,
      by_id: note.byId,
      at: note.at,
    })
    .execute()
  const row = await selectNotes(database).where('failure_notes.id', '=', note.id).executeTakeFirst()
  return toNote(must(row, `failure note ${note.id}`))
}

/** Those of the ids that stand in the project, with the category each is in. */
export async function readNoteCategories(
  database: ControlDatabase,
  projectId: string,
  noteIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await database
    .selectFrom('failure_notes')
    .select(['id', 'category_id'])
    .where('project_id', '=', projectId)
    .where('id', 'in', [...noteIds])
    .execute()
  return new Map(rows.map(({ id, category_id }) => [id, category_id]))
}

/** `null`: out of all categories. */
export async function setNoteCategory(
  database: ControlDatabase,
  {
    projectId,
    noteIds,
    categoryId,
  }: {
    readonly projectId: string
    readonly noteIds: readonly string[]
    readonly categoryId: string | null
  },
): Promise<void> {
  await database
    .updateTable('failure_notes')
    .set({ category_id: categoryId })
    .where('project_id', '=', projectId)
    .where('id', 'in', [...noteIds])
    .execute()
}

const selectNotes = (database: ControlDatabase) =>
  database
    .selectFrom('failure_notes')
    .innerJoin('people', 'people.id', 'failure_notes.by_id')
    .selectAll('failure_notes')
    .select('people.name as by_name')

type NoteRow = Awaited<ReturnType<ReturnType<typeof selectNotes>['execute']>>[number]

const toNote = (row: NoteRow): FailureNote =>
  failureNoteSchema.parse({
    id: row.id,
    evaluationId: row.evaluation_id,
    caseId: row.case_id,
    text: row.text,
    categoryId: row.category_id,
    by: { id: row.by_id, name: row.by_name },
    at: row.at.toISOString(),
  })
