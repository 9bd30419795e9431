import type * as z from 'zod'
import type { ControlDatabase } from './control-database.ts'

/** A value the hub keeps under a name; `null`: none, or one that no longer fits. */
export async function readHubSetting<T>(
  database: ControlDatabase,
  name: string,
  schema: z.ZodType<T>,
): Promise<T | null> {
  const row = await database
    .selectFrom('hub_settings')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst()
  const parsed = schema.safeParse(row?.value)
  return parsed.success ? parsed.data : null
}

export async function writeHubSetting(
  database: ControlDatabase,
  name: string,
  value: unknown,
): Promise<void> {
  const text = JSON.stringify(value)
  await database
    .insertInto('hub_settings')
    .values({ name, value: text })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: text }))
    .execute()
}

export async function deleteHubSetting(database: ControlDatabase, name: string): Promise<void> {
  await database.deleteFrom('hub_settings').where('name', '=', name).execute()
}
