import type { ControlDatabase } from '@assay/storage/postgres'
import { listProjectIdsOf } from '@assay/storage/postgres'
import type { Caller } from '../hub.ts'

/** Ids of the projects a caller may see; `null`: all of the organisation. */
export async function projectsOf(
  control: ControlDatabase,
  caller: Caller | null,
): Promise<readonly string[] | null> {
  if (caller === null) return []
  if (caller.key !== null && caller.key.projectId !== null) return [caller.key.projectId]
  return caller.person.role === null ? listProjectIdsOf(control, caller.person.id) : null
}
