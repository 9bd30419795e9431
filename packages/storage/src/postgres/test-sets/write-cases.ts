import { sql } from 'kysely'
import type { TestCase } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import { toJsonText } from '../json-text.ts'
import type { CaseContent } from '../test-set-tables.ts'
import { toSearchText } from './case-conditions.ts'
import type { PlacedCase } from './read-cases.ts'
import type { OpenVersion } from './revise-test-set.ts'

/** Rows of one statement. */
const chunkSize = 1_000

/** Opens cases in the version, behind those that are there. Fails with ASSAY-9009 where the set has one of the ids. */
export async function addCases(
  database: ControlDatabase,
  open: OpenVersion,
  cases: readonly TestCase[],
  createContentId: () => string,
): Promise<Result<void>> {
  const taken = await listTaken(
    database,
    open.testSetId,
    cases.map(({ id }) => id),
  )
  if (taken.length > 0) return fail(areTaken(taken))
  const placed = cases.map((testCase, index) => ({ testCase, position: open.nextPosition + index }))
  await openCases(database, open, placed, createContentId)
  return ok(undefined)
}

/** Closes what stood at the cases' ids and opens them as they are now, each at its place. */
export async function replaceCases(
  database: ControlDatabase,
  open: OpenVersion,
  cases: readonly PlacedCase[],
  createContentId: () => string,
): Promise<void> {
  await closeCases(
    database,
    open,
    cases.map(({ testCase }) => testCase.id),
  )
  await openCases(database, open, cases, createContentId)
}

/** From the version on, the set does not hold them. */
export async function closeCases(
  database: ControlDatabase,
  { testSetId, version }: OpenVersion,
  ids: readonly string[],
): Promise<void> {
  await sql`
    update test_case_revisions set to_version = ${version}
    where test_set_id = ${testSetId} and to_version is null and case_id = any(${[...ids]}::text[])`.execute(
    database,
  )
}

async function openCases(
  database: ControlDatabase,
  open: OpenVersion,
  cases: readonly PlacedCase[],
  createContentId: () => string,
): Promise<void> {
  for (let start = 0; start < cases.length; start += chunkSize) {
    const rows = cases
      .slice(start, start + chunkSize)
      .map((each) => ({ ...toRow(each), content_id: createContentId() }))
    await insertRows(database, open, toJsonText(rows))
  }
}

function toRow({ testCase, position }: PlacedCase) {
  const { id, type, topic, language, tags, status, ...rest } = testCase
  const content: CaseContent = rest
  return {
    case_id: id,
    position,
    type,
    topic,
    language,
    tags,
    status,
    checks: testCase.checks?.length ?? 0,
    search_text: toSearchText(id, testCase.question, testCase.referenceAnswer),
    content,
  }
}

async function insertRows(database: ControlDatabase, open: OpenVersion, rows: string): Promise<void> {
  await sql`
    with input as materialized (
      select * from jsonb_to_recordset(${rows}::jsonb) as given (
        case_id text, position integer, type text, topic text, language text, tags text[], status text,
        checks integer, search_text text, content_id uuid, content jsonb
      )
    ), kept as (
      insert into test_case_contents (id, content) select content_id, content from input
    )
    insert into test_case_revisions (
      test_set_id, case_id, from_version, position, type, topic, language, tags, status,
      checks, search_text, content_id, changed_at, changed_by
    )
    select
      ${open.testSetId}::uuid, case_id, ${open.version}::integer, position, type, topic, language, tags, status,
      checks, search_text, content_id, ${open.at}::timestamptz, ${open.by}::text
    from input`.execute(database)
}

/** Of the ids, those that the set holds. */
export async function listTaken(
  database: ControlDatabase,
  testSetId: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ case_id: string }>`
    select case_id from test_case_revisions
    where test_set_id = ${testSetId} and to_version is null and case_id = any(${[...ids]}::text[])
    order by position`.execute(database)
  return rows.map(({ case_id }) => case_id)
}

const namedIds = 5

export function areTaken(ids: readonly string[]) {
  const named = ids.slice(0, namedIds).join(', ')
  const more = ids.length > namedIds ? ` and ${ids.length - namedIds} more` : ''
  return createError('ASSAY-9009', {
    message: `The set holds ${ids.length === 1 ? 'a case' : 'cases'} of the same id already: ${named}${more}`,
    where: 'id',
    fix: 'give each case an id of its own',
  })
}
