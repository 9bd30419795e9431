import { mkdir, readFile, readdir, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { modelReplySchema, type ModelReply } from '@assay/contracts'
import type { CallCache, Clock } from '@assay/core'
import { writeAtomically } from './write-atomically.ts'

export interface CallCacheOptions {
  readonly clock: Pick<Clock, 'now'>
  /** 512 MiB when absent. */
  readonly maxBytes?: number
}

interface CachedFile {
  readonly path: string
  readonly bytes: number
  readonly usedAt: number
}

/**
 * Replies under `root`, one file a call. When they grow beyond `maxBytes`, those not used for longest go, down to nine
 * tenths. A file that cannot be read is a miss, one that cannot be written is not kept: a cache never fails a run.
 */
export function createCallCache(
  root: string,
  { clock, maxBytes = 512 * 1024 * 1024 }: CallCacheOptions,
): CallCache {
  let bytes: Promise<number> | null = null
  let evicting: Promise<void> | null = null
  const pathOf = (key: string): string => join(root, key.slice(0, 2), `${key}.json`)

  const measure = async (): Promise<number> => sumBytes(await listFiles(root))

  const evict = async (): Promise<void> => {
    const files = [...(await listFiles(root))].sort((left, right) => left.usedAt - right.usedAt)
    let total = sumBytes(files)
    for (const file of files) {
      if (total <= maxBytes * 0.9) break
      await rm(file.path, { force: true })
      total -= file.bytes
    }
    bytes = Promise.resolve(total)
  }

  const grow = async (by: number): Promise<void> => {
    const before = bytes
    bytes = before === null ? measure() : before.then((total) => total + by)
    if ((await bytes) <= maxBytes) return
    evicting ??= evict().finally(() => {
      evicting = null
    })
    await evicting
  }

  return {
    get: async (key) => {
      const path = pathOf(key)
      const reply = await readReply(path)
      if (reply !== null) {
        const now = new Date(clock.now())
        await utimes(path, now, now).catch(() => {})
      }
      return reply
    },
    set: async (key, reply) => {
      const text = JSON.stringify(reply)
      const path = pathOf(key)
      try {
        await mkdir(dirname(path), { recursive: true })
        await writeAtomically(path, text)
        const now = new Date(clock.now())
        await utimes(path, now, now)
        await grow(Buffer.byteLength(text))
      } catch {
        // Not kept: see above.
      }
    },
  }
}

async function readReply(path: string): Promise<ModelReply | null> {
  try {
    return modelReplySchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return null
  }
}

async function listFiles(root: string): Promise<readonly CachedFile[]> {
  const files: CachedFile[] = []
  for (const folder of await readdir(root)) {
    for (const name of await readdir(join(root, folder))) {
      const path = join(root, folder, name)
      const found = await stat(path).catch(() => null)
      if (found !== null) files.push({ path, bytes: found.size, usedAt: found.mtimeMs })
    }
  }
  return files
}

const sumBytes = (files: readonly CachedFile[]): number => files.reduce((sum, file) => sum + file.bytes, 0)
