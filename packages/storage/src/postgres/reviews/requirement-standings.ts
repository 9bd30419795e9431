import type { MeasuredRequirement } from '@assay/core/reviewing'
import type { ControlDatabase } from '../control-database.ts'
import { toStorableJson } from '../storable-json.ts'

export interface RequirementKey {
  readonly id: string
  readonly version: number
}

/** Kept standings of an evaluation, by `id version`. */
export async function readRequirementStandings(
  database: ControlDatabase,
  evaluationId: string,
): Promise<ReadonlyMap<string, MeasuredRequirement>> {
  const rows = await database
    .selectFrom('requirement_standings')
    .select(['requirement_id', 'requirement_version', 'measured'])
    .where('evaluation_id', '=', evaluationId)
    .execute()
  return new Map(
    rows.map(({ requirement_id: id, requirement_version: version, measured }) => [
      standingKey({ id, version }),
      measured,
    ]),
  )
}

export const standingKey = ({ id, version }: RequirementKey): string => `${id} ${version}`

export async function keepRequirementStandings(
  database: ControlDatabase,
  evaluationId: string,
  standings: readonly (RequirementKey & { readonly measured: MeasuredRequirement })[],
): Promise<void> {
  if (standings.length === 0) return
  await database
    .insertInto('requirement_standings')
    .values(
      standings.map(({ id, version, measured }) => ({
        evaluation_id: evaluationId,
        requirement_id: id,
        requirement_version: version,
        measured: toStorableJson(measured),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Its rows are others now: somebody went on with it. */
export async function dropRequirementStandings(
  database: ControlDatabase,
  evaluationId: string,
): Promise<void> {
  await database.deleteFrom('requirement_standings').where('evaluation_id', '=', evaluationId).execute()
}
