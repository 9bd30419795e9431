import { runStatement, type FactsDatabase } from '../facts-database.ts'
import type { FactTable } from '../insert-facts.ts'
import type { RunPlace } from './append-run-rows.ts'

const tables: readonly FactTable[] = ['run_rows', 'attempts', 'verdicts', 'results']
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Takes away everything of one run. Resolves when it is gone from every answer; the disk follows with the next merges. */
export async function removeRunFacts(
  facts: FactsDatabase,
  { projectId, runId }: Pick<RunPlace, 'projectId' | 'runId'>,
): Promise<void> {
  if (!uuid.test(projectId) || !uuid.test(runId)) throw new Error('bug: an id that is none')
  for (const table of tables)
    await runStatement(
      facts,
      `delete from ${table} where project_id = '${projectId}' and run_id = '${runId}'
        settings lightweight_deletes_sync = 2, max_execution_time = 300`,
    )
}
