import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, mkdir, open, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import type { EmbeddingCache } from '@assay/core'
import { floatsOf } from './knowledge-base-vectors.ts'

const KEY_BYTES = 32
const HEADER_BYTES = 4

/**
 * One append-only file a model: the vectors' length, then records of a text's SHA-256 and its vector. A record half
 * written by a killed process is cut off when the file is next opened.
 */
export function createEmbeddingCache(folder: string): EmbeddingCache {
  const files = new Map<string, Promise<CacheFile>>()
  const fileOf = (model: string): Promise<CacheFile> => {
    const known = files.get(model) ?? openCacheFile(folder, model)
    files.set(model, known)
    return known
  }
  return {
    get: async (model, texts) => readVectors(await fileOf(model), texts.map(keyOf)),
    set: async (model, texts, vectors) => appendVectors(await fileOf(model), texts.map(keyOf), vectors),
  }
}

interface CacheFile {
  readonly path: string
  /** Place of each key's record. Another process may append too, so a record is read with its key. */
  readonly offsets: Map<string, number>
  size: number
  dimensions: number
}

const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex')

async function openCacheFile(folder: string, model: string): Promise<CacheFile> {
  await mkdir(folder, { recursive: true })
  const path = join(
    folder,
    `${model.replaceAll(/[^\w.-]+/g, '_').slice(0, 60)}-${keyOf(model).slice(0, 8)}.bin`,
  )
  const file: CacheFile = { path, offsets: new Map(), size: 0, dimensions: 0 }
  if (existsSync(path)) await indexFile(file)
  return file
}

async function indexFile(file: CacheFile): Promise<void> {
  await using handle = await open(file.path, 'r')
  const { size } = await handle.stat()
  const header = Buffer.alloc(HEADER_BYTES)
  await handle.read(header, 0, HEADER_BYTES, 0)
  file.dimensions = header.readUInt32LE()
  const record = KEY_BYTES + file.dimensions * 4
  const count = file.dimensions === 0 ? 0 : Math.floor((size - HEADER_BYTES) / record)
  const page = Buffer.alloc(record * 1024)
  for (let first = 0; first < count; first += 1024) {
    await handle.read(page, 0, page.length, HEADER_BYTES + first * record)
    for (let place = 0; place < Math.min(1024, count - first); place += 1) {
      const key = page.toString('hex', place * record, place * record + KEY_BYTES)
      file.offsets.set(key, HEADER_BYTES + (first + place) * record)
    }
  }
  file.size = count === 0 ? 0 : HEADER_BYTES + count * record
  if (file.size < size) await truncate(file.path, file.size)
}

async function readVectors(file: CacheFile, keys: readonly string[]): Promise<(Float32Array | null)[]> {
  if (!keys.some((key) => file.offsets.has(key))) return keys.map(() => null)
  await using handle = await open(file.path, 'r')
  const vectors: (Float32Array | null)[] = []
  for (const key of keys) {
    const offset = file.offsets.get(key)
    const record = Buffer.alloc(KEY_BYTES + file.dimensions * 4)
    if (offset !== undefined) await handle.read(record, 0, record.length, offset)
    const stands = record.toString('hex', 0, KEY_BYTES) === key
    vectors.push(stands ? floatsOf(Uint8Array.from(record.subarray(KEY_BYTES))) : null)
  }
  return vectors
}

async function appendVectors(
  file: CacheFile,
  keys: readonly string[],
  vectors: readonly Float32Array[],
): Promise<void> {
  const dimensions = vectors[0]?.length ?? 0
  if (dimensions === 0) return
  if (file.dimensions !== dimensions) await startAnew(file, dimensions)
  const records = vectors.flatMap((vector, index) => [
    Buffer.from(keys[index] ?? '', 'hex'),
    Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
  ])
  for (const [index, key] of keys.entries())
    file.offsets.set(key, file.size + index * (KEY_BYTES + dimensions * 4))
  const bytes = Buffer.concat(records)
  file.size += bytes.length
  await appendFile(file.path, bytes)
}

/** A model that gives vectors of another length than before has changed: what is kept of it is worth nothing. */
async function startAnew(file: CacheFile, dimensions: number): Promise<void> {
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeUInt32LE(dimensions)
  await using handle = await open(file.path, 'w')
  await handle.writeFile(header)
  file.offsets.clear()
  file.dimensions = dimensions
  file.size = HEADER_BYTES
}
