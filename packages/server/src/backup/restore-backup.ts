import { randomBytes } from 'node:crypto'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createError, fail, ok, type Result } from '@assay/core'
import { listFactTables, type FactsDatabase } from '@assay/storage/clickhouse'
import { systemClock } from '@assay/storage/files'
import { hasControlTables } from '@assay/storage/postgres'
import { holdFolder } from '../compose.ts'
import { openControl, type ControlEngine } from '../engines/open-control.ts'
import { openFacts } from '../engines/open-facts.ts'
import type { HubSettings } from '../settings.ts'
import type { BackupManifest } from './backup-manifest.ts'
import { loadControl, loadFacts, type Filling } from './load-backup.ts'
import { readBackup } from './read-backup.ts'
import { findKey } from './find-key.ts'

export interface RestoredBackup {
  readonly manifest: BackupManifest
  /** `needed`: secrets cannot be opened until the key of that hub is put into the data folder. */
  readonly key: 'restored' | 'there' | 'needed'
}

/**
 * Fills an empty data folder, or empty databases by their addresses, from a backup: hashes first, then the rows, then their
 * numbers. What it began in an empty folder is taken away where it fails. Fails with ASSAY-9009 where something is there,
 * ASSAY-1006 for a damaged backup.
 */
export async function restoreBackup(
  settings: HubSettings,
  folder: string,
  onProgress: Filling['onProgress'] = () => {},
): Promise<Result<RestoredBackup>> {
  onProgress('checking the files')
  const manifest = await readBackup(folder)
  if (!manifest.ok) return manifest
  const { dataFolder } = settings
  const there = (await readdir(dataFolder).catch(() => [])).filter((name) => name !== 'secret.key')
  if (there.length > 0) return fail(isNotEmpty(dataFolder))
  const key = await findKey(settings, manifest.value, folder)
  if (!key.ok) return key
  const held = await holdFolder(dataFolder)
  if (!held.ok) return held
  let isDone = false
  try {
    const filled = await fill({ settings, folder, manifest: manifest.value, onProgress })
    if (!filled.ok) return filled
    if (key.value.write !== null)
      await writeFile(join(dataFolder, 'secret.key'), key.value.write, { mode: 0o600, flag: 'wx' })
    isDone = true
    return ok({ manifest: manifest.value, key: key.value.state })
  } finally {
    if (!isDone) await clear(dataFolder)
    await held.value()
  }
}

async function fill(filling: Filling): Promise<Result<void>> {
  const { dataFolder, postgresUrl, clickhouseUrl } = filling.settings
  const control = await openControl(dataFolder, postgresUrl)
  if (!control.ok) return control
  try {
    const facts = await openFacts(dataFolder, clickhouseUrl)
    if (!facts.ok) return facts
    try {
      return await fillEngines(filling, control.value, facts.value)
    } finally {
      await facts.value.close()
    }
  } finally {
    await control.value.close()
  }
}

async function fillEngines(
  filling: Filling,
  control: ControlEngine,
  facts: FactsDatabase,
): Promise<Result<void>> {
  const { settings } = filling
  if (await hasControlTables(control.database)) return fail(isNotEmpty('the control database'))
  if ((await listFactTables(facts)).length > 0) return fail(isNotEmpty('the database of facts'))
  // Only makes better-auth's tables: the key is none that anything is sealed with.
  const auth = { settings, clock: systemClock, random: Math.random, sealKey: randomBytes(32) }
  // Facts first: until the control database knows a run, its facts are nobody's.
  const loaded = await loadFacts(filling, facts)
  return loaded.ok ? loadControl(filling, control, auth) : loaded
}

/** All of it was made here: the folder was empty. */
async function clear(dataFolder: string): Promise<void> {
  for (const name of ['control', 'facts', 'facts-engine.xml', 'backups'])
    await rm(join(dataFolder, name), { recursive: true, force: true })
}

const isNotEmpty = (where: string) =>
  createError('ASSAY-9009', {
    message: 'A backup is restored into an empty place, and there is something',
    where,
    fix: 'name another folder with --data, or other databases',
  })
