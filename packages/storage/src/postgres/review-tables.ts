import type { ColumnType } from 'kysely'
import type { Review } from '@assay/contracts/hub'
import type { MeasuredRequirement, ReviewFigures } from '@assay/core/reviewing'
import type { Json, Time, TimeOrNull } from './control-tables.ts'

export interface ReviewTables {
  reviews: {
    id: string
    project_id: string
    title: string
    status: Review['status']
    target_id: string
    target_version: number
    baseline_version: number | null
    evaluation_id: string | null
    baseline_evaluation_id: string | null
    test_set_ids: string[]
    check_ids: string[]
    judge: string
    gates: string[]
    rollback_version: number | null
    rollback_note: string
    figures: ColumnType<ReviewFigures | null, string | null, string | null>
    created_at: Time
    created_by: string
    closed_at: TimeOrNull
    revision: number
  }
  review_reviewers: { review_id: string; person_id: string }
  review_decisions: {
    review_id: string
    number: number
    person_id: string
    decision: 'approve' | 'block'
    why: string
    at: Time
    outdated: boolean
    own: boolean
  }
  review_reopenings: { review_id: string; number: number; at: Time; because: string }
  requirement_standings: {
    evaluation_id: string
    requirement_id: string
    requirement_version: number
    measured: Json<MeasuredRequirement>
  }
}
