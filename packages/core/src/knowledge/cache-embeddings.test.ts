import { expect, test } from 'vitest'
import { createError } from '../errors/create-error.ts'
import type { EmbeddingCache } from '../ports/embedding-cache.ts'
import { fail, ok } from '../result.ts'
import { cacheEmbeddings } from './cache-embeddings.ts'

function memoryCache(): EmbeddingCache {
  const kept = new Map<string, Float32Array>()
  return {
    get: async (model, texts) => texts.map((text) => kept.get(`${model} ${text}`) ?? null),
    set: async (model, texts, vectors) => {
      for (const [index, text] of texts.entries()) kept.set(`${model} ${text}`, vectors[index]!)
    },
  }
}
const vector = (text: string) => Float32Array.of(text.length)

test('asks only for texts that are not kept, each once, and answers in order', async () => {
  const asked: (readonly string[])[] = []
  const embedder = cacheEmbeddings(
    {
      id: 'm',
      embed: async (texts) => {
        asked.push(texts)
        return ok(texts.map(vector))
      },
    },
    memoryCache(),
  )
  await embedder.embed(['a', 'bb', 'a'])
  const again = await embedder.embed(['ccc', 'bb', 'a'])
  expect(asked).toEqual([['a', 'bb'], ['ccc']])
  expect(again).toEqual(ok([vector('ccc'), vector('bb'), vector('a')]))
})

test('a failure is handed on and nothing is kept', async () => {
  const cache = memoryCache()
  const error = createError('ASSAY-2006')
  const failing = cacheEmbeddings({ id: 'm', embed: async () => fail(error) }, cache)
  expect(await failing.embed(['a'])).toEqual(fail(error))
  expect(await cache.get('m', ['a'])).toEqual([null])
})
