import type { ColumnType } from 'kysely'
import type { Role, Right } from '@assay/contracts/hub'

/** Read as a date, written as a date or ISO 8601. */
export type Time = ColumnType<Date, Date | string, Date | string>
export type TimeOrNull = ColumnType<Date | null, Date | string | null, Date | string | null>
/** Read as the value, written as its JSON text. */
export type Json<T> = ColumnType<T, string, string>

export interface PeopleTables {
  people: {
    id: string
    name: string
    email: string | null
    kind: 'person' | 'service'
    role: Role | null
    created_at: Time
    last_seen_at: TimeOrNull
    disabled: boolean
    two_factor: boolean
  }
  projects: {
    id: string
    name: string
    description: string
    owner_id: string
    risk_class: string
    budget_usd: number | null
    concurrency: number
    retention_days: number | null
    created_at: Time
    changed_at: Time
    archived_at: TimeOrNull
    revision: number
  }
  memberships: { project_id: string; person_id: string; role: Role }
  secrets: { project_id: string; name: string; sealed: string; set_by: string; set_at: Time }
  invitations: {
    id: string
    token_hash: string
    email: string
    role: Role | null
    project_id: string | null
    project_role: Role | null
    invited_by: string
    created_at: Time
    expires_at: Time
    accepted_at: TimeOrNull
    revoked_at: TimeOrNull
  }
  api_keys: {
    id: string
    name: string
    prefix: string
    secret_hash: string
    owner_id: string
    project_id: string | null
    rights: Right[]
    created_at: Time
    expires_at: TimeOrNull
    last_used_at: TimeOrNull
    revoked_at: TimeOrNull
  }
  audit_entries: {
    sequence: number
    at: Time
    by_id: string | null
    by_name: string | null
    action: string
    project_id: string | null
    subject: Json<{ kind: string; id: string; name: string | null }>
    changes: Json<{ pointer: string; before?: unknown; after?: unknown }[]>
    address: string | null
    key: ColumnType<{ id: string; name: string } | null, string | null, string | null>
    hash: string
  }
  idempotency_keys: {
    key: string
    caller_id: string
    request_hash: string
    /** Sealed: it may hold what is shown only once. `null`: the request that claimed the key is still at work. */
    answer: string | null
    created_at: Time
  }
  hub_settings: { name: string; value: Json<unknown> }
}
