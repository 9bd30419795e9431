import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createError, fail, ok, type Result } from '@assay/core'
import type { HubSettings } from '../settings.ts'
import { fingerprintOf, type BackupManifest } from './backup-manifest.ts'

export interface FoundKey {
  readonly state: 'restored' | 'there' | 'needed'
  /** Not there: to be written beside the data. */
  readonly write: string | null
}

/**
 * Where the key of the backup's secrets comes from: the environment, the data folder, the backup. Another key in its place
 * fails with ASSAY-9009: the secrets would be lost without a word.
 */
export async function findKey(
  { dataFolder, secretKey }: Pick<HubSettings, 'dataFolder' | 'secretKey'>,
  { key }: BackupManifest,
  folder: string,
): Promise<Result<FoundKey>> {
  const file = join(dataFolder, 'secret.key')
  const there = secretKey ?? (await readFile(file, 'utf8').catch(() => null))
  if (there !== null)
    return fingerprintOf(Buffer.from(there, 'base64')) === key.fingerprint
      ? ok({ state: 'there', write: null })
      : fail(
          createError('ASSAY-9009', {
            message: 'The key that is there is not the one the secrets of the backup are sealed with',
            where: secretKey === null ? file : 'ASSAY_SECRET_KEY',
            fix: 'put the key of that hub in its place, or take this one away',
          }),
        )
  return key.isIncluded
    ? ok({ state: 'restored', write: (await readFile(join(folder, 'secret.key'), 'utf8')).trim() })
    : ok({ state: 'needed', write: null })
}
