import type { EvaluationSummary, RunManifest } from '@assay/contracts'
import type { Evaluation } from '@assay/contracts/hub'
import type { ControlDatabase } from '../control-database.ts'
import type { WorkOrder } from './work-order.ts'

/** What lists do not show of an evaluation. */
export interface EvaluationRun {
  readonly id: string
  readonly projectId: string
  readonly status: Evaluation['status']
  readonly origin: Evaluation['origin']
  /** `null`: no row came yet. */
  readonly manifest: RunManifest | null
  readonly workOrder: WorkOrder | null
  /** Without its cases; `null`: there are no figures. */
  readonly summary: Omit<EvaluationSummary, 'cases'> | null
  /** Its cases are facts under this number; 0: there are none. */
  readonly summaryNumber: number
  /** Rows came since the figures were made. */
  readonly isSummaryDue: boolean
  readonly createdAt: string
}

/** `null`: there is none. */
export async function readEvaluationRun(
  database: ControlDatabase,
  id: string,
): Promise<EvaluationRun | null> {
  const row = await database
    .selectFrom('evaluations')
    .select([
      'id',
      'project_id',
      'status',
      'origin',
      'manifest',
      'work_order',
      'summary',
      'summary_number',
      'summary_due',
      'created_at',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    id: row.id,
    projectId: row.project_id,
    status: row.status,
    origin: row.origin,
    manifest: row.manifest,
    workOrder: row.work_order,
    summary: row.summary,
    summaryNumber: row.summary_number,
    isSummaryDue: row.summary_due,
    createdAt: row.created_at.toISOString(),
  }
}
