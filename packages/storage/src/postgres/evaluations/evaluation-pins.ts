import type { ControlDatabase } from '../control-database.ts'
import type { PinKind } from '../evaluation-tables.ts'

/** One exact version an evaluation rests on. */
export interface EvaluationPin {
  readonly kind: PinKind
  readonly id: string
  readonly name: string
  readonly version: number
}

/** What evaluations rest on, by evaluation: those without a pin are absent. */
export async function listPins(
  database: ControlDatabase,
  evaluationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EvaluationPin[]>> {
  if (evaluationIds.length === 0) return new Map()
  const rows = await database
    .selectFrom('evaluation_pins')
    .selectAll()
    .where('evaluation_id', 'in', [...evaluationIds])
    .orderBy('kind')
    .orderBy('name')
    .execute()
  const byEvaluation = new Map<string, EvaluationPin[]>()
  for (const { evaluation_id, kind, thing_id, name, version } of rows) {
    const pins = byEvaluation.get(evaluation_id) ?? []
    pins.push({ kind, id: thing_id, name, version })
    byEvaluation.set(evaluation_id, pins)
  }
  return byEvaluation
}

export async function insertPins(
  database: ControlDatabase,
  evaluationId: string,
  pins: readonly EvaluationPin[],
): Promise<void> {
  if (pins.length === 0) return
  await database
    .insertInto('evaluation_pins')
    .values(
      pins.map(({ kind, id, name, version }) => ({
        evaluation_id: evaluationId,
        kind,
        thing_id: id,
        name,
        version,
      })),
    )
    .execute()
}

export interface UsingEvaluation {
  readonly id: string
  readonly name: string
  /** Of the thing. */
  readonly version: number
  readonly status: string
  readonly createdAt: string
}

/** Evaluations that rest on a thing, newest first; `version` `null`: on any version of it. At most 500. */
export async function listEvaluationsOfThing(
  database: ControlDatabase,
  {
    projectId,
    thingId,
    version,
  }: { readonly projectId: string; readonly thingId: string; readonly version: number | null },
): Promise<readonly UsingEvaluation[]> {
  let query = database
    .selectFrom('evaluation_pins')
    .innerJoin('evaluations', 'evaluations.id', 'evaluation_pins.evaluation_id')
    .select([
      'evaluations.id',
      'evaluations.name',
      'evaluations.status',
      'evaluations.created_at',
      'evaluation_pins.version',
    ])
    .where('evaluation_pins.thing_id', '=', thingId)
    .where('evaluations.project_id', '=', projectId)
  if (version !== null) query = query.where('evaluation_pins.version', '=', version)
  const rows = await query.orderBy('evaluations.created_at', 'desc').limit(500).execute()
  return rows.map(({ id, name, version, status, created_at }) => ({
    id,
    name,
    version,
    status,
    createdAt: created_at.toISOString(),
  }))
}
