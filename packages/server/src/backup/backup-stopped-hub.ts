import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backup } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import { systemClock } from '@assay/storage/files'
import { holdFolder } from '../compose.ts'
import { openControl } from '../engines/open-control.ts'
import { openFacts } from '../engines/open-facts.ts'
import { readSealKey } from '../seal-secrets.ts'
import type { HubSettings } from '../settings.ts'
import { describeBackup } from './hub-backups.ts'
import { writeBackup, type BackupOrder } from './write-backup.ts'

/**
 * A backup of a hub that does not run. Fails with ASSAY-9010 where it runs, ASSAY-9003 where there is no hub,
 * ASSAY-9009 where the folder is there already.
 */
export async function backupStoppedHub(settings: HubSettings, order: BackupOrder): Promise<Result<Backup>> {
  const { dataFolder, postgresUrl, clickhouseUrl } = settings
  const needed = [postgresUrl === null ? 'control' : null, clickhouseUrl === null ? 'facts' : null]
  for (const name of needed)
    if (name !== null && !(await isThere(join(dataFolder, name))))
      return fail(
        createError('ASSAY-9003', {
          message: 'There is no hub in this folder',
          where: dataFolder,
          fix: 'name its folder with --data',
        }),
      )
  if (await isThere(order.folder))
    return fail(
      createError('ASSAY-9009', {
        message: 'The folder is there already',
        where: order.folder,
        fix: 'name a new one',
      }),
    )
  const held = await holdFolder(dataFolder)
  if (!held.ok) return held
  const opened: (() => Promise<void>)[] = [held.value]
  try {
    const control = await openControl(dataFolder, postgresUrl)
    if (!control.ok) return control
    opened.push(() => control.value.close())
    const facts = await openFacts(dataFolder, clickhouseUrl)
    if (!facts.ok) return facts
    opened.push(() => facts.value.close())
    const sealKey = await readSealKey(dataFolder, settings.secretKey)
    const parts = {
      control: control.value.database,
      facts: facts.value,
      clock: systemClock,
      settings,
      sealKey,
    }
    return ok(describeBackup({ name: '', folder: order.folder }, await writeBackup(parts, order)))
  } finally {
    for (const close of opened.toReversed()) await close()
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
