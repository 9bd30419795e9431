import type { JudgeCorrection } from '@assay/contracts'
import type { ControlDatabase } from '../control-database.ts'

export interface KeptCorrection {
  /** What it was made from. */
  readonly restsOn: string
  readonly correction: JudgeCorrection | null
}

/** `null`: none was made yet. */
export async function readKeptCorrection(
  database: ControlDatabase,
  evaluationId: string,
): Promise<KeptCorrection | null> {
  const row = await database
    .selectFrom('judge_corrections')
    .select(['rests_on', 'correction'])
    .where('evaluation_id', '=', evaluationId)
    .executeTakeFirst()
  return row === undefined ? null : { restsOn: row.rests_on, correction: row.correction }
}

export async function keepCorrection(
  database: ControlDatabase,
  evaluationId: string,
  { restsOn, correction, at }: KeptCorrection & { readonly at: string },
): Promise<void> {
  const made = {
    rests_on: restsOn,
    correction: correction === null ? null : JSON.stringify(correction),
    made_at: at,
  }
  await database
    .insertInto('judge_corrections')
    .values({ evaluation_id: evaluationId, ...made })
    .onConflict((conflict) => conflict.column('evaluation_id').doUpdateSet(made))
    .execute()
}
