import type { ControlDatabase } from '../control-database.ts'

/** Keys that were made for work and ended with it: nobody looks for them in a list of keys. */
export async function deleteWorkKeys(
  database: ControlDatabase,
  { projectId, name }: { readonly projectId: string; readonly name: string },
): Promise<void> {
  await database.deleteFrom('api_keys').where('project_id', '=', projectId).where('name', '=', name).execute()
}
