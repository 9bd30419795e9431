import { sql } from 'kysely'
import type { ControlDatabase } from '../control-database.ts'

/**
 * The evaluation a finished one is compared with by itself: the newest finished before it of the same target over the same
 * test set, of another version where versions are stated. `null`: there is none.
 */
export async function findPreviousEvaluation(database: ControlDatabase, id: string): Promise<string | null> {
  const row = await database
    .selectFrom('evaluations as earlier')
    .innerJoin('evaluations as later', (join) =>
      join
        .onRef('later.project_id', '=', 'earlier.project_id')
        .onRef('later.target_name', '=', 'earlier.target_name')
        .onRef('later.test_set_name', '=', 'earlier.test_set_name')
        .onRef('later.finished_at', '>', 'earlier.finished_at'),
    )
    .select('earlier.id')
    .where('later.id', '=', id)
    .where('earlier.status', '=', 'finished')
    .where('earlier.archived_at', 'is', null)
    .where('earlier.summary_number', '>', 0)
    .where(
      sql<boolean>`(later.target_version is null or earlier.target_version is null
        or later.target_version <> earlier.target_version)`,
    )
    .orderBy('earlier.finished_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}
