import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createEmbeddingCache } from './embedding-cache.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-embeddings-'))
})
afterEach(() => rm(folder, { recursive: true }))

const vector = (...values: number[]) => Float32Array.of(...values)

describe('createEmbeddingCache', () => {
  test('a new process finds what an earlier one kept, by model and text', async () => {
    await createEmbeddingCache(folder).set('m:1', ['a', 'b'], [vector(1, 2), vector(3, 4)])
    const cache = createEmbeddingCache(folder)
    expect(await cache.get('m:1', ['b', 'x', 'a'])).toEqual([vector(3, 4), null, vector(1, 2)])
    expect(await cache.get('m:2', ['a'])).toEqual([null])
  })

  test('a record half written is cut off and the rest stands', async () => {
    await createEmbeddingCache(folder).set('m', ['a'], [vector(1, 2)])
    const [file = ''] = await readdir(folder)
    await appendFile(join(folder, file), Buffer.alloc(11))
    const cache = createEmbeddingCache(folder)
    expect(await cache.get('m', ['a'])).toEqual([vector(1, 2)])
    await cache.set('m', ['b'], [vector(5, 6)])
    expect(await createEmbeddingCache(folder).get('m', ['a', 'b'])).toEqual([vector(1, 2), vector(5, 6)])
  })

  test('two writers never hand out the vector of another text', async () => {
    const one = createEmbeddingCache(folder)
    const two = createEmbeddingCache(folder)
    await one.set('m', ['a'], [vector(1, 2)])
    await two.get('m', ['a'])
    await one.set('m', ['b'], [vector(3, 4)])
    await two.set('m', ['c'], [vector(5, 6)])
    expect([vector(5, 6), null]).toContainEqual((await two.get('m', ['c']))[0])
    expect(await createEmbeddingCache(folder).get('m', ['a', 'b', 'c'])).toEqual([
      vector(1, 2),
      vector(3, 4),
      vector(5, 6),
    ])
  })

  test('vectors of another length start the file of the model anew', async () => {
    const cache = createEmbeddingCache(folder)
    await cache.set('m', ['a'], [vector(1, 2)])
    await cache.set('m', ['b'], [vector(1, 2, 3)])
    expect(await cache.get('m', ['a', 'b'])).toEqual([null, vector(1, 2, 3)])
  })
})
