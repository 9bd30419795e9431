import type { Time } from './control-tables.ts'

export interface WorkTables {
  evaluation_work: {
    evaluation_id: string
    /** `null`: nobody is asked. */
    target_id: string | null
    host: string
    working: boolean
    crashes: number
    changed_at: Time
  }
}
