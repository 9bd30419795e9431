import { resolve } from 'node:path'
import type { Backup } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import { assayVersion } from './assay-version.ts'
import type { CommandContext } from './command.ts'
import { importOptional } from './compose-hub.ts'

export interface HubPlace {
  readonly data: string | undefined
  readonly postgresUrl: string | undefined
  readonly clickhouseUrl: string | undefined
}

type Surroundings = Pick<CommandContext, 'cwd' | 'env'>

/** Of a hub that does not run: by its data folder and databases. */
export async function backupStopped(
  place: HubPlace,
  order: { readonly folder: string; readonly withKey: boolean },
  context: Surroundings,
): Promise<Result<Backup>> {
  const server = await importOptional(() => import('@assay/server'))
  if (server === null) return fail(createError('ASSAY-9020'))
  const made = await server.backupStoppedHub(settingsOf(place, context), {
    ...order,
    folder: resolve(context.cwd, order.folder),
  })
  if (made.ok || made.error.code !== 'ASSAY-9010') return made
  return fail({
    ...made.error,
    message: 'The hub runs: it makes the backup itself',
    fix: 'add --hub URL, with a key that may administer in ASSAY_HUB_KEY; the backup is written below <data>/backups',
  })
}

export interface Restored {
  readonly dataFolder: string
  /** ISO 8601. */
  readonly madeAt: string
  readonly files: number
  readonly rows: number
  readonly missingRows: number
  readonly key: 'restored' | 'there' | 'needed'
}

export async function restore(
  place: HubPlace,
  folder: string,
  context: Surroundings & { readonly onProgress: (step: string) => void },
): Promise<Result<Restored>> {
  const server = await importOptional(() => import('@assay/server'))
  if (server === null) return fail(createError('ASSAY-9020'))
  const settings = settingsOf(place, context)
  const done = await server.restoreBackup(settings, resolve(context.cwd, folder), context.onProgress)
  if (!done.ok) return done
  const { manifest, key } = done.value
  return ok({
    dataFolder: settings.dataFolder,
    madeAt: manifest.madeAt,
    files: manifest.files.length,
    rows: manifest.files.reduce((sum, file) => sum + (file.kind === 'key' ? 0 : file.rows), 0),
    missingRows: manifest.missing.reduce((sum, { expected, found }) => sum + expected - found, 0),
    key,
  })
}

/** Where everything is; nothing listens and nobody works. */
const settingsOf = (place: HubPlace, { cwd, env }: Surroundings) => ({
  dataFolder: resolve(cwd, place.data ?? env('ASSAY_HUB_DATA') ?? '.assay/hub'),
  host: '127.0.0.1',
  port: 0,
  publicUrl: null,
  postgresUrl: place.postgresUrl ?? env('ASSAY_POSTGRES_URL') ?? null,
  clickhouseUrl: place.clickhouseUrl ?? env('ASSAY_CLICKHOUSE_URL') ?? null,
  secretKey: env('ASSAY_SECRET_KEY') ?? null,
  allowLocalTargets: false,
  allowAddresses: [],
  workers: 0,
  command: [],
  pagesFolder: null,
  oidc: [],
  smtpUrl: null,
  stopWhenIdleMinutes: null,
  version: assayVersion(),
})
