import { sql } from 'kysely'
import type { ControlDatabase } from '../control-database.ts'
import { whereCases, type CasesOf } from '../test-sets/case-conditions.ts'

/** Ids of the active cases of a version of a set; only those with one of the tags and of one of the types, none: all. */
export async function listLinkedCases(
  database: ControlDatabase,
  {
    anyTag,
    anyType,
    ...of
  }: CasesOf & { readonly anyTag: readonly string[]; readonly anyType: readonly string[] },
): Promise<readonly string[]> {
  const { rows } = await sql<{ case_id: string }>`
    select case_id from test_case_revisions as cases
    where ${whereCases(of, { status: 'active', anyTag, anyType })}`.execute(database)
  return rows.map(({ case_id }) => case_id)
}

/** Whether what is asked is not the same in both versions of a set: drafts and tags are not asked. */
export async function hasOtherActiveCases(
  database: ControlDatabase,
  {
    testSetId,
    before,
    after,
  }: { readonly testSetId: string; readonly before: number; readonly after: number },
): Promise<boolean> {
  const asked = (version: number) =>
    sql`select case_id, content_id, type, language from test_case_revisions as cases
      where ${whereCases({ testSetId, version }, { status: 'active' })}`
  const { rows } = await sql<{ differs: boolean }>`
    select exists (
      (${asked(before)} except ${asked(after)}) union all (${asked(after)} except ${asked(before)})
    ) as differs`.execute(database)
  return rows[0]?.differs === true
}
