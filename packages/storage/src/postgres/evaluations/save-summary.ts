import type { AssayError, EvaluationSummary } from '@assay/contracts'
import { must } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'

/** The number the next figures of an evaluation go under: never given twice, so that half-written ones are never read. */
export async function reserveSummaryNumber(database: ControlDatabase, id: string): Promise<number> {
  const row = await database
    .updateTable('evaluations')
    .set((expression) => ({ last_summary_number: expression('last_summary_number', '+', 1) }))
    .where('id', '=', id)
    .returning('last_summary_number')
    .executeTakeFirst()
  return must(row, `evaluation ${id}`).last_summary_number
}

export interface MadeSummary {
  readonly id: string
  readonly number: number
  readonly summary: Omit<EvaluationSummary, 'cases'>
  /** US dollars; `null`: unknown. */
  readonly costUsd: number | null
  /** Of gates that could not be read. */
  readonly error: AssayError | null
}

/** Figures of an older number change nothing. */
export async function saveSummary(
  database: ControlDatabase,
  { id, number, summary, costUsd, error }: MadeSummary,
): Promise<void> {
  await database
    .updateTable('evaluations')
    .set({
      summary: JSON.stringify(summary, keepable),
      passing: JSON.stringify(summary.passing),
      headline: JSON.stringify(summary.headline),
      cost_usd: costUsd,
      summary_number: number,
      summary_due: false,
      ...(error === null ? {} : { error: JSON.stringify(error) }),
    })
    .where('id', '=', id)
    .where('summary_number', '<', number)
    .execute()
}

/** `jsonb` refuses zeros and half surrogate pairs; figures name cases and models as senders wrote them. */
const keepable = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value

/** There is nothing to make figures from. */
export async function clearSummaryDue(database: ControlDatabase, id: string): Promise<void> {
  await database.updateTable('evaluations').set({ summary_due: false }).where('id', '=', id).execute()
}

/** Which evaluation it is compared with on the first page. */
export async function saveComparedWith(
  database: ControlDatabase,
  id: string,
  comparedWith: string | null,
): Promise<void> {
  await database
    .updateTable('evaluations')
    .set({ compared_with: comparedWith })
    .where('id', '=', id)
    .execute()
}

/** Evaluations that closed without their figures, oldest first. */
export async function listDueSummaries(database: ControlDatabase): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('evaluations')
    .select('id')
    .where('summary_due', '=', true)
    .where('status', 'not in', ['queued', 'running'])
    .orderBy('created_at')
    .execute()
  return rows.map(({ id }) => id)
}
