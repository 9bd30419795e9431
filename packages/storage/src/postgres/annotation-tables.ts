import type { ColumnType } from 'kysely'
import type { JudgeCorrection, LabelOutcome } from '@assay/contracts'
import type { Comment, Finding, Proposal } from '@assay/contracts/hub'
import type { LabelGround } from '@assay/core/judging/calibration'
import type { Json, Time, TimeOrNull } from './control-tables.ts'

export interface AnnotationTables {
  comments: {
    id: string
    project_id: string
    subject_kind: Comment['subject']['kind']
    subject_id: string
    text: string
    by_id: string
    at: Time
    edited_at: TimeOrNull
    resolved_at: TimeOrNull
    resolved_by: string | null
  }
  comment_mentions: { comment_id: string; person_id: string }
  proposals: {
    id: string
    project_id: string
    test_set_id: string
    case_id: string
    corrects: string | null
    question: string
    reference_answer: string
    from_evaluation_id: string | null
    from_case_id: string | null
    why: string
    by_id: string
    at: Time
    decision: Proposal['decision']
    decided_by: string | null
    decided_at: TimeOrNull
  }
  annotation_queues: {
    id: string
    project_id: string
    name: string
    evaluation_id: string
    labels_per_row: number
    blind: boolean
    guideline_version: string
    created_at: Time
    created_by: string
  }
  queue_labellers: { queue_id: string; person_id: string }
  queue_rows: {
    id: string
    queue_id: string
    position: number
    unit: string
    case_id: string
    repeat: number
    ground: Json<LabelGround>
  }
  labels: {
    id: string
    project_id: string
    evaluation_id: string
    row_id: string
    labeller_id: string
    outcome: LabelOutcome
    note: string
    at: Time
    adjudicates: boolean
  }
  judge_corrections: {
    evaluation_id: string
    rests_on: string
    correction: ColumnType<JudgeCorrection | null, string | null, string | null>
    made_at: Time
  }
  findings: {
    id: string
    project_id: string
    title: string
    kind: Finding['kind']
    severity: Finding['severity']
    severity_rank: number
    status: Finding['status']
    owner_id: string | null
    source_kind: Finding['source']['kind']
    source_reference: string
    fingerprint: string | null
    evaluation_id: string | null
    description: string
    evidence: Json<Finding['evidence']>
    failed: number | null
    tried: number | null
    created_at: Time
    changed_at: Time
    revision: number
  }
  failure_categories: {
    id: string
    project_id: string
    name: string
    description: string
    created_at: Time
    created_by: string
  }
  failure_notes: {
    id: string
    project_id: string
    evaluation_id: string
    case_id: string
    text: string
    category_id: string | null
    by_id: string
    at: Time
  }
}
