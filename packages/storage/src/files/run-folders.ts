import { mkdir, readdir } from 'node:fs/promises'
import { isAbsolute, join, sep } from 'node:path'
import type { RunManifest } from '@assay/contracts'
import {
  AssayFailure,
  createError,
  fail,
  ok,
  type Clock,
  type Result,
  type RunStoreFactory,
} from '@assay/core'
import { cannotWrite, isMissing } from './file-failure.ts'
import { lockFolder, type FolderLock } from './folder-lock.ts'
import { createRunReader, createRunWriter, repairRunFolder } from './run-folder.ts'
import { readRunManifest, writeRunManifest } from './run-manifest-file.ts'

/**
 * Runs as folders under `root`, each named for its run: `run.json` and append-only JSON Lines. A run is found by its name,
 * its id, or the path of its folder.
 */
export function createRunFolders(
  root: string,
  { clock }: { readonly clock: Pick<Clock, 'now'> },
): RunStoreFactory {
  const lock = (folder: string) => lockFolder(join(folder, 'lock'), clock.now())
  return {
    create: async (manifest) => {
      const folder = runFolderPath(root, manifest.name)
      try {
        await mkdir(folder, { recursive: true })
      } catch (error) {
        return fail(cannotWrite(folder, error))
      }
      return withLock(await lock(folder), async (held) => {
        const there = await readRunManifest(folder)
        if (there.ok || there.error.code !== 'ASSAY-6003')
          return fail(createError('ASSAY-6009', { where: folder }))
        await writeRunManifest(folder, manifest)
        return ok(createRunWriter({ folder, manifest, notes: [], lock: held }))
      })
    },
    open: async (id) => {
      const found = await findRun(root, id)
      if (!found.ok) return found
      const { folder, manifest } = found.value
      return withLock(await lock(folder), async (held) =>
        ok(createRunWriter({ folder, manifest, notes: await repairRunFolder(folder), lock: held })),
      )
    },
    read: async (id) => {
      const found = await findRun(root, id)
      return found.ok ? ok(createRunReader(found.value.folder, found.value.manifest)) : found
    },
    list: async () => (await listRuns(root)).map((run) => run.manifest),
  }
}

/** Where the run of a name lies. Characters that do not belong into a file name become `-`. */
export function runFolderPath(root: string, name: string): string {
  const safe = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+/, '')
  return join(root, safe === '' ? 'run' : safe)
}

/** Gives the lock back unless the work keeps it. */
async function withLock<T>(
  lock: Result<FolderLock>,
  work: (lock: FolderLock) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!lock.ok) return lock
  try {
    const result = await work(lock.value)
    if (!result.ok) await lock.value.release()
    return result
  } catch (error) {
    await lock.value.release()
    return fail(error instanceof AssayFailure ? error.error : cannotWrite('the run folder', error))
  }
}

export interface FoundRun {
  readonly folder: string
  readonly manifest: RunManifest
}

/** A run by its name, its id, or the path of its folder. Fails with ASSAY-6003, 6007, 6001 or 1006. */
export async function findRun(root: string, id: string): Promise<Result<FoundRun>> {
  const isPath = isAbsolute(id) || id.includes('/') || id.includes(sep)
  const folder = isPath ? id : runFolderPath(root, id)
  const named = await readRunManifest(folder)
  if (named.ok) return ok({ folder, manifest: named.value })
  if (named.error.code !== 'ASSAY-6003' || isPath) return named
  const run = (await listRuns(root)).find(({ manifest }) => manifest.id === id)
  return run === undefined ? fail(createError('ASSAY-6003', { where: id })) : ok(run)
}

/** By creation, oldest first. A folder without a readable `run.json` is no run: opening it by name says why. */
async function listRuns(root: string): Promise<readonly FoundRun[]> {
  const runs: FoundRun[] = []
  for (const name of await folderNames(root)) {
    const folder = join(root, name)
    const manifest = await readRunManifest(folder)
    if (manifest.ok) runs.push({ folder, manifest: manifest.value })
  }
  return runs.sort((left, right) => left.manifest.createdAt.localeCompare(right.manifest.createdAt))
}

async function folderNames(root: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(root, { withFileTypes: true })
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
