import type { ColumnType } from 'kysely'
import type { AssayError, Comparison, Estimate, EvaluationSummary, RunManifest } from '@assay/contracts'
import type { Evaluation, EvaluationDetail, RunTableName } from '@assay/contracts/hub'
import type { WorkOrder } from './evaluations/work-order.ts'
import type { Json, Time, TimeOrNull } from './control-tables.ts'

type JsonOrNull<T> = ColumnType<T | null, string | null, string | null>

export type PinKind = 'target' | 'test-set' | 'check' | 'model' | 'prompt' | 'knowledge-base'

export interface EvaluationTables {
  evaluations: {
    id: string
    project_id: string
    name: string
    origin: Evaluation['origin']
    status: Evaluation['status']
    target_name: string
    target_version: string | null
    test_set_name: string
    test_set_hash: string | null
    cases: number
    judge_id: string
    judge_version: string | null
    checks: string[]
    repeats: number
    work_order: JsonOrNull<WorkOrder>
    manifest: JsonOrNull<RunManifest>
    done: number
    errors: number
    total: number
    spent_usd: number | null
    passing: JsonOrNull<Estimate>
    headline: JsonOrNull<EvaluationSummary['headline']>
    cost_usd: number | null
    summary: JsonOrNull<NonNullable<EvaluationDetail['summary']>>
    /** Of the figures that count; 0: there are none. */
    summary_number: number
    /** The last that was begun. */
    last_summary_number: number
    summary_due: boolean
    error: JsonOrNull<AssayError>
    compared_with: string | null
    schedule_id: string | null
    created_at: Time
    created_by: string
    started_at: TimeOrNull
    finished_at: TimeOrNull
    archived_at: TimeOrNull
    revision: number
    /** The project keeps rows no longer: its figures stay. */
    rows_removed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
    /** The facts are to be removed still. */
    rows_removal_due: ColumnType<boolean, boolean | undefined, boolean>
  }
  evaluation_pins: {
    evaluation_id: string
    kind: PinKind
    thing_id: string
    name: string
    version: number
  }
  run_tables: {
    run_id: string
    name: RunTableName
    next_line: number
    claim_token: string | null
    claim_from: number | null
    claim_count: number | null
    claimed_at: TimeOrNull
  }
  hidden_results: {
    evaluation_id: string
    case_id: string
    hidden_by: string
    hidden_at: Time
    reason: string
  }
  comparisons: {
    a_id: string
    b_id: string
    margin: number
    rests_on: string
    answer: Json<Comparison>
    made_at: Time
  }
}
