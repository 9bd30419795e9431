import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { backupNameSchema, type Backup } from '@assay/contracts/hub'
import { AssayFailure, createError } from '@assay/core'
import type { Hub } from '../hub.ts'
import { readSealKey } from '../seal-secrets.ts'
import { backupManifestSchema, manifestFile, type BackupManifest } from './backup-manifest.ts'
import { writeBackup } from './write-backup.ts'

/** Backups this process makes or could not make. Those that are done tell it themselves. */
const underWay = new WeakMap<Hub['facts'], Map<string, Backup>>()

const folderOf = ({ settings }: Pick<Hub, 'settings'>, name: string): string =>
  join(settings.dataFolder, 'backups', name)

/** Names the backup as one that runs; `false`: there is one of this name. A failed one may be tried again. */
export async function announceBackup(
  hub: Hub,
  { name, withKey }: { readonly name: string; readonly withKey: boolean },
): Promise<Backup | null> {
  const before = await findBackup(hub, name)
  if (before !== null && before.status !== 'failed') return null
  return { ...blank(hub, name), hasKey: withKey }
}

/** Begins; never rejects. Resolves when it is done or failed. */
export async function makeBackup(hub: Hub, announced: Backup): Promise<void> {
  const { name, folder, hasKey } = announced
  const states = underWay.get(hub.facts) ?? new Map<string, Backup>()
  underWay.set(hub.facts, states)
  if (states.get(name)?.status === 'running') return
  states.set(name, announced)
  try {
    const sealKey = await readSealKey(hub.settings.dataFolder, hub.settings.secretKey)
    await writeBackup({ ...hub, sealKey }, { folder, withKey: hasKey })
    states.delete(name)
  } catch (error) {
    const known =
      error instanceof AssayFailure
        ? error.error
        : createError('ASSAY-9021', { where: `backup ${name}`, detail: String(error) })
    states.set(name, { ...announced, status: 'failed', error: known })
    process.stderr.write(
      `backup ${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
  }
}

/** `null`: there is none of this name. */
export async function findBackup(hub: Pick<Hub, 'facts' | 'settings'>, name: string): Promise<Backup | null> {
  if (!backupNameSchema.safeParse(name).success) return null
  const running = underWay.get(hub.facts)?.get(name)
  if (running !== undefined) return running
  const text = await readFile(join(folderOf(hub, name), manifestFile), 'utf8').catch(() => null)
  if (text === null) return null
  return describeBackup(blank(hub, name), backupManifestSchema.parse(JSON.parse(text)))
}

const blank = (hub: Pick<Hub, 'settings'>, name: string): Backup => ({
  name,
  status: 'running',
  folder: folderOf(hub, name),
  madeAt: null,
  files: 0,
  rows: 0,
  bytes: 0,
  missingRows: 0,
  hasKey: false,
  error: null,
})

export const describeBackup = (
  { name, folder }: Pick<Backup, 'name' | 'folder'>,
  { madeAt, files, missing, key }: BackupManifest,
): Backup => ({
  name,
  status: 'done',
  folder,
  madeAt,
  files: files.length,
  rows: files.reduce((sum, { kind, rows }) => sum + (kind === 'key' ? 0 : rows), 0),
  bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
  missingRows: missing.reduce((sum, { expected, found }) => sum + Math.max(0, expected - found), 0),
  hasKey: key.isIncluded,
  error: null,
})
