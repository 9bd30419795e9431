import type { Actor } from '@assay/contracts/hub'
import type { ControlDatabase } from '../control-database.ts'

export interface HiddenResult {
  readonly by: Actor
  readonly at: string
  readonly reason: string
}

/** Hidden cases of an evaluation: a few, by hand. */
export async function listHiddenResults(
  database: ControlDatabase,
  evaluationId: string,
): Promise<ReadonlyMap<string, HiddenResult>> {
  const rows = await database
    .selectFrom('hidden_results')
    .innerJoin('people', 'people.id', 'hidden_results.hidden_by')
    .select(['case_id', 'hidden_by', 'hidden_at', 'reason', 'people.name'])
    .where('evaluation_id', '=', evaluationId)
    .execute()
  return new Map(
    rows.map(({ case_id, hidden_by, hidden_at, reason, name }) => [
      case_id,
      { by: { id: hidden_by, name }, at: hidden_at.toISOString(), reason },
    ]),
  )
}

/** Hidden already: stays as it was hidden first. */
export async function hideResult(
  database: ControlDatabase,
  {
    evaluationId,
    caseId,
    by,
    at,
    reason,
  }: {
    readonly evaluationId: string
    readonly caseId: string
    readonly by: string
    readonly at: string
    readonly reason: string
  },
): Promise<void> {
  await database
    .insertInto('hidden_results')
    .values({ evaluation_id: evaluationId, case_id: caseId, hidden_by: by, hidden_at: at, reason })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function showResult(
  database: ControlDatabase,
  evaluationId: string,
  caseId: string,
): Promise<void> {
  await database
    .deleteFrom('hidden_results')
    .where('evaluation_id', '=', evaluationId)
    .where('case_id', '=', caseId)
    .execute()
}
