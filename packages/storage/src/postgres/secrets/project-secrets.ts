import type * as z from 'zod'
import type { secretSchema } from '@assay/contracts/hub'
import type { ControlDatabase } from '../control-database.ts'

type Secret = z.infer<typeof secretSchema>

/** By name. */
export async function listSecrets(database: ControlDatabase, projectId: string): Promise<Secret[]> {
  const rows = await selectSecrets(database, projectId).orderBy('secrets.name').execute()
  return rows.map(toSecret)
}

/** `null`: there is none of this name. */
export async function readSecret(
  database: ControlDatabase,
  projectId: string,
  name: string,
): Promise<Secret | null> {
  const row = await selectSecrets(database, projectId).where('secrets.name', '=', name).executeTakeFirst()
  return row === undefined ? null : toSecret(row)
}

/** Name and sealed value of each, for whoever may open them. */
export async function readSealedSecrets(
  database: ControlDatabase,
  projectId: string,
): Promise<readonly { readonly name: string; readonly sealed: string }[]> {
  return database
    .selectFrom('secrets')
    .select(['name', 'sealed'])
    .where('project_id', '=', projectId)
    .orderBy('name')
    .execute()
}

export interface NewSecret {
  readonly projectId: string
  readonly name: string
  readonly sealed: string
  readonly setBy: string
  readonly at: string
}

/** Takes the place of one of the same name. */
export async function writeSecret(
  database: ControlDatabase,
  { projectId, name, sealed, setBy, at }: NewSecret,
): Promise<void> {
  const values = { sealed, set_by: setBy, set_at: at }
  await database
    .insertInto('secrets')
    .values({ project_id: projectId, name, ...values })
    .onConflict((conflict) => conflict.columns(['project_id', 'name']).doUpdateSet(values))
    .execute()
}

/** Whether there was one. */
export async function deleteSecret(
  database: ControlDatabase,
  projectId: string,
  name: string,
): Promise<boolean> {
  const done = await database
    .deleteFrom('secrets')
    .where('project_id', '=', projectId)
    .where('name', '=', name)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

const selectSecrets = (database: ControlDatabase, projectId: string) =>
  database
    .selectFrom('secrets')
    .innerJoin('people', 'people.id', 'secrets.set_by')
    .select(['secrets.name', 'secrets.set_by', 'secrets.set_at', 'people.name as set_by_name'])
    .where('secrets.project_id', '=', projectId)

const toSecret = (row: {
  readonly name: string
  readonly set_by: string
  readonly set_by_name: string
  readonly set_at: Date
}): Secret => ({
  name: row.name,
  setBy: { id: row.set_by, name: row.set_by_name },
  setAt: row.set_at.toISOString(),
})
