import { sql } from 'kysely'
import type { Comparison } from '@assay/contracts'
import type { ControlDatabase } from '../control-database.ts'

export interface ComparisonKey {
  readonly a: string
  readonly b: string
  readonly margin: number
}

/** What the figures of an evaluation are known by: their number, and what people's labels made of them. */
export interface FiguresMark {
  readonly number: number
  readonly correction: unknown
}

/** By evaluation, those that have figures. */
export async function readFiguresMarks(
  database: ControlDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FiguresMark>> {
  const rows = await database
    .selectFrom('evaluations')
    .select(['id', 'summary_number', sql`summary -> 'correction'`.as('correction')])
    .where('id', 'in', [...ids])
    .where('summary_number', '>', 0)
    .execute()
  return new Map(
    rows.map(({ id, summary_number, correction }) => [id, { number: summary_number, correction }]),
  )
}

/** The kept answer, where it was made from the same; `null`: it has to be made. */
export async function readKeptComparison(
  database: ControlDatabase,
  { a, b, margin }: ComparisonKey,
  restsOn: string,
): Promise<Comparison | null> {
  const row = await database
    .selectFrom('comparisons')
    .select('answer')
    .where('a_id', '=', a)
    .where('b_id', '=', b)
    .where('margin', '=', margin)
    .where('rests_on', '=', restsOn)
    .executeTakeFirst()
  return row?.answer ?? null
}

export async function keepComparison(
  database: ControlDatabase,
  { a, b, margin }: ComparisonKey,
  { restsOn, answer, at }: { readonly restsOn: string; readonly answer: Comparison; readonly at: string },
): Promise<void> {
  const made = { rests_on: restsOn, answer: JSON.stringify(answer), made_at: at }
  await database
    .insertInto('comparisons')
    .values({ a_id: a, b_id: b, margin, ...made })
    .onConflict((conflict) => conflict.columns(['a_id', 'b_id', 'margin']).doUpdateSet(made))
    .execute()
}
