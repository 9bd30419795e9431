import { sql } from 'kysely'
import { testCaseSchema, type TestCase } from '@assay/contracts'
import type { CaseFilter, HubCase } from '@assay/contracts/hub'
import type { ControlDatabase } from '../control-database.ts'
import type { CaseContent } from '../test-set-tables.ts'
import { whereCases, type CasesOf } from './case-conditions.ts'

interface CaseRevisionRow {
  readonly case_id: string
  readonly position: number
  readonly type: string
  readonly topic: string | null
  readonly language: string
  readonly tags: string[]
  readonly status: string
  readonly content: CaseContent
}

const caseColumns = sql`cases.case_id, cases.position, cases.type, cases.topic, cases.language, cases.tags, cases.status, contents.content`

const toTestCase = ({ case_id, type, topic, language, tags, status, content }: CaseRevisionRow): TestCase =>
  testCaseSchema.parse({ ...content, id: case_id, type, topic, language, tags, status })

export interface PlacedCase {
  readonly testCase: TestCase
  readonly position: number
}

/** Whole cases of a version behind a position, in their order: for files, and for whoever evaluates them. */
export async function readCasePage(
  database: ControlDatabase,
  of: CasesOf & {
    readonly after: number
    readonly limit: number
    readonly status?: CaseFilter['status']
    /** Only cases with one of these; none: all. */
    readonly anyTag?: readonly string[]
  },
): Promise<readonly PlacedCase[]> {
  const { rows } = await sql<CaseRevisionRow>`
    select ${caseColumns}
    from test_case_revisions as cases
    join test_case_contents as contents on contents.id = cases.content_id
    where ${whereCases(of, of)} and cases.position > ${of.after}
    order by cases.position limit ${of.limit}`.execute(database)
  return rows.map((row) => ({ testCase: toTestCase(row), position: row.position }))
}

/** Those of the ids that stand in the set now. */
export async function readCurrentCases(
  database: ControlDatabase,
  testSetId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PlacedCase>> {
  const { rows } = await sql<CaseRevisionRow>`
    select ${caseColumns}
    from test_case_revisions as cases
    join test_case_contents as contents on contents.id = cases.content_id
    where cases.test_set_id = ${testSetId} and cases.to_version is null and cases.case_id = any(${[...ids]}::text[])`.execute(
    database,
  )
  return new Map(rows.map((row) => [row.case_id, { testCase: toTestCase(row), position: row.position }]))
}

/** Columns that files of a version need beside Assay's own: keys an import by the generator kept. */
export async function listOriginalKeys(
  database: ControlDatabase,
  of: CasesOf,
  generator: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string }>`
    select distinct jsonb_object_keys(contents.content -> 'provenance' -> 'original') as key
    from test_case_revisions as cases
    join test_case_contents as contents on contents.id = cases.content_id
    where ${whereCases(of, {})} and contents.content -> 'provenance' ->> 'generator' = ${generator}
      and contents.content -> 'provenance' ? 'original'
    order by key`.execute(database)
  return rows.map(({ key }) => key)
}

/** As it stands or stood in the version; `null`: that version does not hold it. */
export async function readCase(
  database: ControlDatabase,
  of: CasesOf,
  caseId: string,
): Promise<HubCase | null> {
  const [found] = await readRevisions(database, of, caseId)
  return found ?? null
}

/** Everything it has been, newest first. */
export const listCaseHistory = (
  database: ControlDatabase,
  testSetId: string,
  caseId: string,
): Promise<HubCase[]> =>
  readRevisions(database, { testSetId }, caseId, sql<boolean>`cases.test_set_id = ${testSetId}`)

async function readRevisions(
  database: ControlDatabase,
  of: CasesOf,
  caseId: string,
  where = whereCases(of, {}),
): Promise<HubCase[]> {
  const { rows } = await sql<
    CaseRevisionRow & {
      from_version: number
      to_version: number | null
      changed_at: Date
      changed_by: string
      changed_by_name: string
    }
  >`
    select ${caseColumns}, cases.from_version, cases.to_version, cases.changed_at, cases.changed_by,
      people.name as changed_by_name
    from test_case_revisions as cases
    join test_case_contents as contents on contents.id = cases.content_id
    join people on people.id = cases.changed_by
    where ${where} and cases.case_id = ${caseId}
    order by cases.from_version desc`.execute(database)
  return rows.map((row) => ({
    testCase: toTestCase(row),
    fromVersion: row.from_version,
    toVersion: row.to_version === null ? null : row.to_version - 1,
    changedAt: row.changed_at.toISOString(),
    changedBy: { id: row.changed_by, name: row.changed_by_name },
    revision: row.from_version,
  }))
}
