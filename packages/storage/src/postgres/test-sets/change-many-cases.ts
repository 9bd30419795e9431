import { sql, type RawBuilder } from 'kysely'
import { fail, ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import type { OpenVersion } from './revise-test-set.ts'
import { areTaken, listTaken } from './write-cases.ts'

/** What is set in the columns of cases; cases that have it so stay untouched. */
export type ColumnEdit =
  | { readonly do: 'set-status'; readonly status: 'draft' | 'active' }
  | { readonly do: 'add-tag'; readonly tag: string }
  | { readonly do: 'remove-tag'; readonly tag: string }

/** One statement, however many cases. */
export async function editColumns(
  database: ControlDatabase,
  open: OpenVersion,
  ids: readonly string[],
  edit: ColumnEdit,
): Promise<void> {
  const { differs, status, tags } = partsOf(edit)
  await sql`
    with closed as (
      update test_case_revisions as cases set to_version = ${open.version}
      where test_set_id = ${open.testSetId} and to_version is null
        and case_id = any(${[...ids]}::text[]) and ${differs}
      returning cases.*
    )
    insert into test_case_revisions (
      test_set_id, case_id, from_version, position, type, topic, language, tags, status,
      checks, search_text, content_id, changed_at, changed_by
    )
    select
      test_set_id, case_id, ${open.version}::integer, position, type, topic, language, ${tags}, ${status},
      checks, search_text, content_id, ${open.at}::timestamptz, ${open.by}::text
    from closed`.execute(database)
}

function partsOf(edit: ColumnEdit): Record<'differs' | 'status' | 'tags', RawBuilder<unknown>> {
  switch (edit.do) {
    case 'set-status':
      return { differs: sql`status <> ${edit.status}`, status: sql`${edit.status}::text`, tags: sql`tags` }
    case 'add-tag':
      return {
        differs: sql`not (${edit.tag} = any(tags))`,
        status: sql`status`,
        tags: sql`array_append(tags, ${edit.tag}::text)`,
      }
    case 'remove-tag':
      return {
        differs: sql`${edit.tag} = any(tags)`,
        status: sql`status`,
        tags: sql`array_remove(tags, ${edit.tag}::text)`,
      }
  }
}

/** Opens the named cases of one set in another, behind those that are there. Fails with ASSAY-9009 where it has one of the ids. */
export async function copyCases(
  database: ControlDatabase,
  open: OpenVersion,
  from: string,
  ids: readonly string[],
): Promise<Result<void>> {
  const taken = await listTaken(database, open.testSetId, ids)
  if (taken.length > 0) return fail(areTaken(taken))
  await sql`
    insert into test_case_revisions (
      test_set_id, case_id, from_version, position, type, topic, language, tags, status,
      checks, search_text, content_id, changed_at, changed_by
    )
    select
      ${open.testSetId}::uuid, case_id, ${open.version}::integer,
      (${open.nextPosition}::integer + row_number() over (order by position) - 1)::integer,
      type, topic, language, tags, status, checks, search_text, content_id,
      ${open.at}::timestamptz, ${open.by}::text
    from test_case_revisions
    where test_set_id = ${from} and to_version is null and case_id = any(${[...ids]}::text[])`.execute(
    database,
  )
  return ok(undefined)
}

/** Makes the open version hold what an old one held; cases that say the same now as then stay untouched. */
export async function restoreCases(database: ControlDatabase, open: OpenVersion, old: number): Promise<void> {
  await closeOthers(database, open, old)
  const { testSetId, version, at, by } = open
  await sql`
    insert into test_case_revisions (
      test_set_id, case_id, from_version, position, type, topic, language, tags, status,
      checks, search_text, content_id, changed_at, changed_by
    )
    select
      test_set_id, case_id, ${version}::integer, position, type, topic, language, tags, status,
      checks, search_text, content_id, ${at}::timestamptz, ${by}::text
    from test_case_revisions as wanted
    where test_set_id = ${testSetId} and ${heldBy(old)} and not exists (
      select from test_case_revisions as current
      where current.test_set_id = ${testSetId} and current.case_id = wanted.case_id and current.to_version is null
    )`.execute(database)
}

/** Closes what the old version does not hold in the same words at the same place. */
async function closeOthers(
  database: ControlDatabase,
  { testSetId, version }: OpenVersion,
  old: number,
): Promise<void> {
  await sql`
    update test_case_revisions as current set to_version = ${version}
    where test_set_id = ${testSetId} and to_version is null and not exists (
      select from test_case_revisions as wanted
      where wanted.test_set_id = ${testSetId} and wanted.case_id = current.case_id and ${heldBy(old)}
        and (wanted.position, wanted.type, wanted.language, wanted.status, wanted.tags)
          = (current.position, current.type, current.language, current.status, current.tags)
        and wanted.topic is not distinct from current.topic
        and (wanted.content_id = current.content_id or (
          (select content from test_case_contents where id = wanted.content_id)
          = (select content from test_case_contents where id = current.content_id)
        ))
    )`.execute(database)
}

const heldBy = (version: number): RawBuilder<boolean> =>
  sql<boolean>`wanted.from_version <= ${version} and (wanted.to_version is null or wanted.to_version > ${version})`
