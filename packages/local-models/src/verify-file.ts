import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { ModelFile } from './model-files.data.ts'

export type FileState = 'absent' | 'wrong' | 'right'

/** Compares a file with what it must be. By size alone when `quick`: reading 98 MB at every start would be felt. */
export async function verifyFile(file: string, spec: ModelFile, quick = false): Promise<FileState> {
  const found = await stat(file).catch(() => null)
  if (found === null) return 'absent'
  if (found.size !== spec.bytes) return 'wrong'
  if (quick) return 'right'
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex') === spec.sha256 ? 'right' : 'wrong'
}
