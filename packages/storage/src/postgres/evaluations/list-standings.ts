import { sql } from 'kysely'
import type { Difference, Estimate } from '@assay/contracts'
import type { ControlDatabase } from '../control-database.ts'

/** How a project stands by its evaluations. */
export interface EvaluationStanding {
  /** The last finished one; `null`: never evaluated. */
  readonly last: {
    readonly id: string
    readonly target: string
    readonly version: string | null
    readonly passing: Estimate
    /** Passing of those before it of the same target over the same test set, oldest first. */
    readonly history: readonly (number | null)[]
    /** Against the version before, as it was compared when it finished; `null`: nothing to compare. */
    readonly change: Difference | null
  } | null
  /** Of evaluations made since the month began, US dollars; `null`: none of their costs is known. */
  readonly costUsd: number | null
  readonly failed: number
  readonly lastChangeAt: string
}

const historyLength = 12
/** Failed evaluations older than this wait for nobody. */
const failedDays = 30

interface StandingRow {
  readonly project_id: string
  readonly id: string | null
  readonly target_name: string
  readonly target_version: string | null
  readonly passing: Estimate
  readonly history: (number | null)[] | null
  readonly change: Difference | null
  readonly cost_usd: number | null
  readonly made: number
  readonly failed: number
  readonly last_change_at: Date
}

/** By project, those asked for. `at`: now, ISO 8601; `month`: its first moment. */
export async function readStandings(
  database: ControlDatabase,
  {
    projectIds,
    at,
    month,
    margin,
  }: {
    readonly projectIds: readonly string[]
    readonly at: string
    readonly month: string
    /** Of the comparison with the version before. */
    readonly margin: number
  },
): Promise<ReadonlyMap<string, EvaluationStanding>> {
  const { rows } = await sql<StandingRow>`
    select projects.id as project_id, last.id, last.target_name, last.target_version, last.passing,
      (select array_agg(before.rate order by before.finished_at) from (
        select (earlier.passing ->> 'value')::float8 as rate, earlier.finished_at from evaluations as earlier
        where earlier.project_id = projects.id and earlier.status = 'finished' and earlier.archived_at is null
          and earlier.summary_number > 0 and earlier.target_name = last.target_name
          and earlier.test_set_name = last.test_set_name and earlier.finished_at < last.finished_at
        order by earlier.finished_at desc limit ${historyLength}) as before) as history,
      (select comparisons.answer -> 'overall' from comparisons
        where comparisons.b_id = last.id and comparisons.a_id = last.compared_with
          and comparisons.margin = ${margin}) as change,
      coalesce(month.made, 0) as made, month.cost_usd, coalesce(recent.failed, 0) as failed,
      greatest(projects.changed_at, latest.at,
        (select max(coalesce(finished_at, created_at)) from evaluations where evaluations.project_id = projects.id)
      ) as last_change_at
    from projects
    left join lateral (
      select evaluations.id, evaluations.target_name, evaluations.target_version, evaluations.test_set_name,
        evaluations.passing, evaluations.finished_at, evaluations.compared_with
      from evaluations
      where evaluations.project_id = projects.id and evaluations.status = 'finished'
        and evaluations.archived_at is null and evaluations.summary_number > 0
      order by evaluations.finished_at desc limit 1) as last on true
    left join lateral (
      select count(*)::int as made, sum(coalesce(evaluations.cost_usd, evaluations.spent_usd)) as cost_usd
      from evaluations where evaluations.project_id = projects.id
        and evaluations.created_at >= ${month}::timestamptz) as month on true
    left join lateral (
      select count(*)::int as failed from evaluations
      where evaluations.project_id = projects.id and evaluations.status = 'failed'
        and evaluations.archived_at is null
        and evaluations.created_at >= ${at}::timestamptz - make_interval(days => ${failedDays})) as recent on true
    left join lateral (
      select audit_entries.at from audit_entries where audit_entries.project_id = projects.id
      order by audit_entries.sequence desc limit 1) as latest on true
    where projects.id = any(${[...projectIds]}::uuid[])`.execute(database)
  return new Map(rows.map((row) => [row.project_id, toStanding(row)]))
}

const toStanding = (row: StandingRow): EvaluationStanding => ({
  last:
    row.id === null
      ? null
      : {
          id: row.id,
          target: row.target_name,
          version: row.target_version,
          passing: row.passing,
          history: row.history ?? [],
          change: row.change,
        },
  costUsd: row.made === 0 ? 0 : row.cost_usd,
  failed: row.failed,
  lastChangeAt: row.last_change_at.toISOString(),
})
