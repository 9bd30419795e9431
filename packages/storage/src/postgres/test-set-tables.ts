import type { TestCase } from '@assay/contracts'
import type { Json, Time, TimeOrNull } from './control-tables.ts'

/** What cases are counted and filtered by stands in columns of its own. */
export type CaseContent = Omit<TestCase, 'id' | 'type' | 'topic' | 'language' | 'tags' | 'status'>

export interface TestSetTables {
  test_sets: {
    id: string
    project_id: string
    name: string
    description: string
    tags: string[]
    version: number
    /** Of the next case that is added; a position is given once. */
    next_position: number
    active_cases: number
    draft_cases: number
    created_at: Time
    created_by: string
    changed_at: Time
    archived_at: TimeOrNull
    revision: number
  }
  test_set_versions: {
    test_set_id: string
    version: number
    made_at: Time
    made_by: string
    note: string
    added: number
    changed: number
    removed: number
    active_cases: number
    draft_cases: number
  }
  test_case_contents: { id: string; content: Json<CaseContent> }
  test_case_revisions: {
    test_set_id: string
    case_id: string
    from_version: number
    /** The first that no longer holds it so; null: the current one does. */
    to_version: number | null
    position: number
    type: string
    topic: string | null
    language: string
    tags: string[]
    status: 'draft' | 'active'
    checks: number
    /** Id, question and reference in lower case. */
    search_text: string
    content_id: string
    changed_at: Time
    changed_by: string
  }
}
