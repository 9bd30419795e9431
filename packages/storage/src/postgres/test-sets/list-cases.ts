import { sql } from 'kysely'
import { caseRowSchema, type CaseFilter, type CaseRow } from '@assay/contracts/hub'
import { ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import { decodeNumberCursor, toPage } from '../cursor.ts'
import { whereCases, type CasesOf } from './case-conditions.ts'
import { countVersion } from './list-test-set-versions.ts'

export interface CaseListFilter extends CaseFilter, CasesOf {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Code points of a text in a list. */
const shownLength = 200

/** In the order of the set, with how many there are in all. `comments` is 0: they are counted beside. */
export async function listCases(
  database: ControlDatabase,
  filter: CaseListFilter,
): Promise<Result<{ items: CaseRow[]; next: string | null; total: number }>> {
  const after = filter.cursor === undefined ? ok(null) : decodeNumberCursor(filter.cursor)
  if (!after.ok) return after
  const behind = after.value === null ? sql`` : sql`and cases.position > ${after.value}`
  const { rows } = await sql<ListedCase>`
    select
      cases.case_id, cases.position, cases.type, cases.topic, cases.language, cases.tags, cases.status, cases.checks,
      cases.changed_at, cases.changed_by, people.name as changed_by_name,
      left(contents.content ->> 'question', ${shownLength}) as question,
      left(contents.content ->> 'referenceAnswer', ${shownLength}) as reference_answer
    from (
      select * from test_case_revisions as cases
      where ${whereCases(filter, filter)} ${behind}
      order by cases.position limit ${filter.limit + 1}
    ) as cases
    join test_case_contents as contents on contents.id = cases.content_id
    join people on people.id = cases.changed_by
    order by cases.position`.execute(database)
  const isWhole = filter.cursor === undefined && rows.length <= filter.limit
  const total = isWhole ? rows.length : await countMatches(database, filter)
  return ok({ ...toPage(rows, filter.limit, ({ position }) => [position], toRow), total })
}

/** Without a filter, or by status alone, it stands in the history. */
async function countMatches(database: ControlDatabase, filter: CaseListFilter): Promise<number> {
  const { text, tag, type, topic, language, status, testSetId, version } = filter
  if ([text, tag, type, topic, language].every((each) => each === undefined)) {
    const counts = await countVersion(
      database,
      testSetId,
      version ?? (await readVersion(database, testSetId)),
    )
    const { active = 0, draft = 0 } = counts ?? {}
    return status === undefined ? active + draft : { active, draft }[status]
  }
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from test_case_revisions as cases where ${whereCases(filter, filter)}`.execute(
    database,
  )
  return rows[0]?.total ?? 0
}

async function readVersion(database: ControlDatabase, testSetId: string): Promise<number> {
  const { version } = await database
    .selectFrom('test_sets')
    .select('version')
    .where('id', '=', testSetId)
    .executeTakeFirstOrThrow()
  return version
}

interface ListedCase {
  readonly case_id: string
  readonly position: number
  readonly type: string
  readonly topic: string | null
  readonly language: string
  readonly tags: string[]
  readonly status: string
  readonly checks: number
  readonly changed_at: Date
  readonly changed_by: string
  readonly changed_by_name: string
  readonly question: string
  readonly reference_answer: string
}

const toRow = (row: ListedCase): CaseRow =>
  caseRowSchema.parse({
    id: row.case_id,
    question: row.question,
    referenceAnswer: row.reference_answer,
    type: row.type,
    topic: row.topic,
    language: row.language,
    tags: row.tags,
    status: row.status,
    checks: row.checks,
    comments: 0,
    changedAt: row.changed_at.toISOString(),
    changedBy: { id: row.changed_by, name: row.changed_by_name },
  })

export type Facets = Record<
  'status' | 'type' | 'tag' | 'topic' | 'language',
  { value: string; cases: number }[]
>

/** How many cases there are of each value, the most frequent first; cases without a topic are in none. */
export async function countFacets(database: ControlDatabase, of: CasesOf): Promise<Facets> {
  const { rows } = await sql<{ facet: keyof Facets; value: string; cases: number }>`
    with kinds as materialized (
      select status, type, topic, language, tags, count(*) as cases
      from test_case_revisions as cases where ${whereCases(of, {})}
      group by status, type, topic, language, tags
    )
    select
      case
        when grouping(status) = 0 then 'status' when grouping(type) = 0 then 'type'
        when grouping(topic) = 0 then 'topic' else 'language'
      end as facet,
      coalesce(status, type, topic, language) as value, sum(cases)::int as cases
    from kinds group by grouping sets ((status), (type), (topic), (language))
    having coalesce(status, type, topic, language) is not null
    union all
    select 'tag', tag, sum(cases)::int from kinds, unnest(tags) as tag group by tag
    order by cases desc, value`.execute(database)
  const facets: Facets = { status: [], type: [], tag: [], topic: [], language: [] }
  for (const { facet, value, cases } of rows) facets[facet].push({ value, cases })
  return facets
}
