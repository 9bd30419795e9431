import * as z from 'zod'
import {
  deleteHubSetting,
  hasOwner,
  readHubSetting,
  writeHubSetting,
  type ControlDatabase,
} from '@assay/storage/postgres'
import { createSecretToken, hashSecretToken, isSameHash } from './secret-token.ts'

const settingName = 'setup-token'
const keptHours = 24
const settingSchema = z.object({ hash: z.string(), expiresAt: z.iso.datetime() })

/** A token that makes the first owner, once and within a day; older ones are void. `null`: there is an owner. */
export async function createSetupToken({
  control,
  at,
}: {
  readonly control: ControlDatabase
  /** ISO 8601 */
  readonly at: string
}): Promise<string | null> {
  if (await hasOwner(control)) return null
  const token = createSecretToken()
  const expiresAt = new Date(Date.parse(at) + keptHours * 3_600_000).toISOString()
  await writeHubSetting(control, settingName, { hash: hashSecretToken(token), expiresAt })
  return token
}

/** Whether it is the token that waits; then it is used up. */
export async function useSetupToken(control: ControlDatabase, token: string, at: string): Promise<boolean> {
  const kept = await readHubSetting(control, settingName, settingSchema)
  if (kept === null || kept.expiresAt <= at || !isSameHash(kept.hash, hashSecretToken(token))) return false
  await deleteHubSetting(control, settingName)
  return true
}
