import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createError, fail, ok, type Result } from '@assay/core'
import { backupManifestSchema, manifestFile, type BackupManifest } from './backup-manifest.ts'
import { hashFile } from './hashed-file.ts'

/** What a backup holds, every file of it as it was written. Fails with ASSAY-1006, which names the file. */
export async function readBackup(folder: string): Promise<Result<BackupManifest>> {
  const path = join(folder, manifestFile)
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return fail(damaged(folder, 'There is no backup: backup.json is missing'))
  const manifest = backupManifestSchema.safeParse(parse(text))
  if (!manifest.success) return fail(damaged(path, 'The backup cannot be read'))
  for (const file of manifest.data.files) {
    const at = join(folder, file.path)
    const hash = await hashFile(at).catch(() => null)
    if (hash === null) return fail(damaged(at, 'A file of the backup is missing'))
    if (hash !== file.sha256) return fail(damaged(at, 'A file of the backup was changed'))
  }
  return ok(manifest.data)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const damaged = (where: string, message: string) =>
  createError('ASSAY-1006', { message, where, fix: 'use another copy of the backup; nothing was restored' })
