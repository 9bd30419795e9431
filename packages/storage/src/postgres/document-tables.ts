import type { DocumentKind } from '@assay/contracts/hub'
import type { Json, Time, TimeOrNull } from './control-tables.ts'

export interface DocumentTables {
  documents: {
    id: string
    project_id: string
    kind: DocumentKind
    name: string
    /** The one that counts. */
    version: number
    created_at: Time
    created_by: string
    changed_at: Time
    changed_by: string
    archived_at: TimeOrNull
    revision: number
  }
  document_versions: {
    document_id: string
    version: number
    body: Json<Record<string, unknown>>
    note: string
    created_at: Time
    created_by: string
    restores: number | null
  }
}
