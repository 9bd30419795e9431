import { sql } from 'kysely'
import type { ProjectStanding } from '@assay/contracts/hub'
import type { ControlDatabase } from '../control-database.ts'

/** What waits for a person in a project, as far as it is reviewed together. */
export type Waiting = Pick<ProjectStanding['needsPerson'], 'openReviews' | 'waitingLabels' | 'proposals'> & {
  readonly findings: ProjectStanding['openFindings']
}

interface WaitingRow {
  readonly id: string
  readonly reviews: number
  readonly labels: number
  readonly proposals: number
  readonly critical: number
  readonly major: number
  readonly minor: number
}

/** By project: open reviews, rows that lack a label, undecided proposals, open findings by severity. */
export async function countWaiting(
  database: ControlDatabase,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, Waiting>> {
  const { rows } = await sql<WaitingRow>`
    select projects.id,
      (select count(*)::int from reviews where reviews.project_id = projects.id and status = 'open') as reviews,
      (select count(*)::int from queue_rows
        join annotation_queues on annotation_queues.id = queue_rows.queue_id
        where annotation_queues.project_id = projects.id
          and (select count(*) from labels where labels.row_id = queue_rows.id and not labels.adjudicates)
            < annotation_queues.labels_per_row) as labels,
      (select count(*)::int from proposals where proposals.project_id = projects.id and decision is null) as proposals,
      coalesce(found.critical, 0) as critical, coalesce(found.major, 0) as major, coalesce(found.minor, 0) as minor
    from projects
    left join (
      select project_id,
        count(*) filter (where severity = 'critical')::int as critical,
        count(*) filter (where severity = 'major')::int as major,
        count(*) filter (where severity = 'minor')::int as minor
      from findings where status in ('open', 'in progress') group by project_id
    ) as found on found.project_id = projects.id
    where projects.id = any(${[...projectIds]}::uuid[])`.execute(database)
  return new Map(rows.map((row) => [row.id, toWaiting(row)]))
}

const toWaiting = ({ reviews, labels, proposals, critical, major, minor }: WaitingRow): Waiting => ({
  openReviews: reviews,
  waitingLabels: labels,
  proposals,
  findings: { critical, major, minor },
})
