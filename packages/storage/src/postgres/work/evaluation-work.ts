import { sql } from 'kysely'
import type { ControlDatabase } from '../control-database.ts'

export interface WorkClaim {
  readonly evaluationId: string
  /** `null`: nobody is asked. */
  readonly targetId: string | null
  /** Evaluations that may ask the target at once; `null`: as many as there are. */
  readonly most: number | null
  readonly host: string
  /** ISO 8601. */
  readonly at: string
}

export interface HeldWork {
  /** Where its folder lay until now; `null`: nowhere yet. */
  readonly hostBefore: string | null
  readonly crashes: number
}

/** Takes an evaluation up, in a transaction; `null`: its target is asked by as many others as may at once. */
export async function takeWork(transaction: ControlDatabase, claim: WorkClaim): Promise<HeldWork | null> {
  const { evaluationId, targetId, most, host, at } = claim
  if (targetId !== null && most !== null) {
    // One at a time may count.
    await transaction.selectFrom('documents').select('id').where('id', '=', targetId).forUpdate().execute()
    if ((await countOthers(transaction, targetId, evaluationId)) >= most) return null
  }
  const before = await transaction
    .selectFrom('evaluation_work')
    .select(['host', 'crashes'])
    .where('evaluation_id', '=', evaluationId)
    .executeTakeFirst()
  const values = { target_id: targetId, host, working: true, changed_at: at }
  await transaction
    .insertInto('evaluation_work')
    .values({ evaluation_id: evaluationId, crashes: 0, ...values })
    .onConflict((conflict) => conflict.column('evaluation_id').doUpdateSet(values))
    .execute()
  return { hostBefore: before?.host ?? null, crashes: before?.crashes ?? 0 }
}

async function countOthers(
  transaction: ControlDatabase,
  targetId: string,
  evaluationId: string,
): Promise<number> {
  const { others } = await transaction
    .selectFrom('evaluation_work')
    .innerJoin('evaluations', 'evaluations.id', 'evaluation_work.evaluation_id')
    .select(sql<number>`count(*)::int`.as('others'))
    .where('evaluation_work.target_id', '=', targetId)
    .where('evaluation_work.working', '=', true)
    .where('evaluation_work.evaluation_id', '<>', evaluationId)
    // Work whose process died and that nobody goes on with holds nobody up.
    .where('evaluations.status', '=', 'running')
    .executeTakeFirstOrThrow()
  return others
}

/** Lets it go. `crashes`: how often its process died one after another without getting on. */
export async function releaseWork(
  database: ControlDatabase,
  evaluationId: string,
  { crashes, at }: { readonly crashes: number; readonly at: string },
): Promise<void> {
  await database
    .updateTable('evaluation_work')
    .set({ working: false, crashes, changed_at: at })
    .where('evaluation_id', '=', evaluationId)
    .execute()
}
