import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runManifestSchema, type RunManifest } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import { cannotRead, isMissing } from './file-failure.ts'
import { problemOf } from './run-tables.ts'
import { writeAtomically } from './write-atomically.ts'

const schemaVersion = 1
const fileName = 'run.json'

export const writeRunManifest = (folder: string, manifest: RunManifest): Promise<void> =>
  writeAtomically(join(folder, fileName), `${JSON.stringify(manifest, null, 2)}\n`)

/** Fails with ASSAY-6003 (no run), 6007 (a newer format), 6001 (damaged) or 1006. */
export async function readRunManifest(folder: string): Promise<Result<RunManifest>> {
  const path = join(folder, fileName)
  let value: unknown
  try {
    value = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if (isMissing(error)) return fail(createError('ASSAY-6003', { where: folder }))
    if (error instanceof SyntaxError) return damaged(path, error.message)
    return fail(cannotRead(path, error))
  }
  const version = versionOf(value)
  if (version !== null && version > schemaVersion)
    return fail(
      createError('ASSAY-6007', { where: `${path}: version ${version}, this Assay reads ${schemaVersion}` }),
    )
  const parsed = runManifestSchema.safeParse(value)
  return parsed.success ? ok(parsed.data) : damaged(path, problemOf(parsed.error))
}

const damaged = (path: string, problem: string): Result<never> =>
  fail(createError('ASSAY-6001', { where: `${path}: ${problem}`, so: 'nothing was changed' }))

const versionOf = (value: unknown): number | null =>
  typeof value === 'object' &&
  value !== null &&
  'schemaVersion' in value &&
  typeof value.schemaVersion === 'number'
    ? value.schemaVersion
    : null
