import { must } from '../must.ts'
import type { Embedder } from '../ports/embedder.ts'
import type { EmbeddingCache } from '../ports/embedding-cache.ts'
import { ok } from '../result.ts'

/** The same embedder, asked only for texts whose vectors are not kept yet; each distinct text once. */
export function cacheEmbeddings(embedder: Embedder, cache: EmbeddingCache): Embedder {
  return {
    id: embedder.id,
    async embed(texts, signal) {
      const kept = await cache.get(embedder.id, texts)
      const known = new Map<string, Float32Array>()
      for (const [index, vector] of kept.entries())
        if (vector !== null) known.set(must(texts[index], 'text'), vector)
      const missing = [...new Set(texts)].filter((text) => !known.has(text))
      if (missing.length > 0) {
        const made = await embedder.embed(missing, signal)
        if (!made.ok) return made
        await cache.set(embedder.id, missing, made.value)
        for (const [index, text] of missing.entries()) known.set(text, must(made.value[index], 'vector'))
      }
      return ok(texts.map((text) => must(known.get(text), 'vector')))
    },
  }
}
