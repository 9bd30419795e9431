import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Chunk } from '@assay/contracts'
import { fail, ok, type KnowledgeBase, type Result } from '@assay/core'
import * as z from 'zod'
import { damaged, parseJson } from './knowledge-base-rows.ts'

/** `vectors.json`: whose vectors stand in `vectors.bin`, in order, as little-endian 32-bit floats. */
const vectorIndexSchema = z.object({ dimensions: z.number().int().positive(), ids: z.array(z.string()) })

export async function writeVectors(folder: string, { chunks, vectors }: KnowledgeBase): Promise<void> {
  if (vectors === null) return
  const dimensions = vectors[0]?.length ?? 0
  const ids = chunks.map((chunk) => chunk.id)
  await writeFile(join(folder, 'vectors.bin'), bytesOf(vectors, dimensions))
  await writeFile(join(folder, 'vectors.json'), `${JSON.stringify({ dimensions, ids })}\n`)
}

/** Views on one buffer, in the order of `chunks`. */
export async function readVectors(
  folder: string,
  chunks: readonly Chunk[],
): Promise<Result<readonly Float32Array[]>> {
  const indexFile = join(folder, 'vectors.json')
  const index = vectorIndexSchema.safeParse(parseJson(await readFile(indexFile, 'utf8')))
  if (!index.success) return fail(damaged(indexFile, 1, index.error.issues[0]?.message))
  const { dimensions, ids } = index.data
  if (ids.length !== chunks.length || chunks.some((chunk, place) => chunk.id !== ids[place]))
    return fail(damaged(indexFile, 1, 'its ids are not those of chunks.jsonl'))
  const bytes = await readFile(join(folder, 'vectors.bin'))
  const expected = ids.length * dimensions * 4
  if (bytes.length !== expected)
    return fail(damaged(join(folder, 'vectors.bin'), null, `${bytes.length} bytes instead of ${expected}`))
  const all = floatsOf(bytes)
  return ok(ids.map((_, place) => all.subarray(place * dimensions, (place + 1) * dimensions)))
}

function bytesOf(vectors: readonly Float32Array[], dimensions: number): Uint8Array {
  const all = new Float32Array(vectors.length * dimensions)
  for (const [place, vector] of vectors.entries()) all.set(vector, place * dimensions)
  return new Uint8Array(all.buffer)
}

/** Copies only when the buffer is not aligned. Every machine Assay runs on is little-endian. */
export function floatsOf(bytes: Uint8Array): Float32Array {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes)
  return new Float32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4)
}
