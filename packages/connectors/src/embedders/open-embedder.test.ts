import type { Embedder } from '@assay/core'
import { startScriptedServer, type ScriptedServer } from '@assay/testkit'
import { afterEach, expect, it } from 'vitest'
import { openEmbedder, type OpenEmbedderDependencies } from './open-embedder.ts'

let server: ScriptedServer | undefined
afterEach(() => server?.close())

const env = (name: string) => (name === 'OPENAI_API_KEY' ? 'k-1' : undefined)

async function opened(reference: string, deps: OpenEmbedderDependencies = { env }): Promise<Embedder> {
  const embedder = await openEmbedder(reference, deps)
  if (!embedder.ok) throw new Error(embedder.error.fix)
  return embedder.value
}

it('embeds in batches and keeps the order, with vectors of length 1', async () => {
  server = await startScriptedServer(() => '', { embed: (text) => [Number(text), 1] })
  const embedder = await opened(`openai-compatible:${server.url}#small`)
  const texts = Array.from({ length: 300 }, (_, index) => String(index))
  const result = await embedder.embed(texts)
  if (!result.ok) throw new Error(result.error.detail)
  expect(result.value.map((vector) => Math.round((vector[0] ?? 0) / (vector[1] ?? 1)))).toEqual(
    texts.map(Number),
  )
  expect(result.value.every((vector) => Math.abs(Math.hypot(...vector) - 1) < 1e-6)).toBe(true)
  expect(server.embeddingInputs.map((input) => input.length).sort((a, b) => a - b)).toEqual([
    44, 64, 64, 64, 64,
  ])
})

it('asks nothing for no texts', async () => {
  const embedder = await opened('openai:text-embedding-3-small', { env, baseUrl: 'http://127.0.0.1:9/v1' })
  expect(await embedder.embed([])).toEqual({ ok: true, value: [] })
})

it('tries again when the provider asks to slow down, and orders by index', async () => {
  let calls = 0
  const send: typeof fetch = () => {
    calls += 1
    if (calls === 1)
      return Promise.resolve(new Response('', { status: 429, headers: { 'retry-after-ms': '1' } }))
    const data = [
      { index: 1, embedding: [0, 2] },
      { index: 0, embedding: [3, 4] },
    ]
    return Promise.resolve(Response.json({ data }))
  }
  const embedder = await opened('openai:e', { env, fetch: send })
  expect(await embedder.embed(['a', 'b'])).toEqual({
    ok: true,
    value: [Float32Array.of(0.6, 0.8), Float32Array.of(0, 1)],
  })
  expect(calls).toBe(2)
})

it.each([
  [401, '', 'ASSAY-5007'],
  [400, 'bad model', 'ASSAY-5006'],
])('fails at once with status %i', async (status, body, code) => {
  let calls = 0
  const send: typeof fetch = () => {
    calls += 1
    return Promise.resolve(new Response(body, { status }))
  }
  const embedder = await opened('openai:e', { env, fetch: send })
  expect(await embedder.embed(['a'])).toMatchObject({ error: { code } })
  expect(calls).toBe(1)
})

it('fails when a vector is missing', async () => {
  const send: typeof fetch = () => Promise.resolve(Response.json({ data: [{ index: 0, embedding: [1] }] }))
  const embedder = await opened('openai:e', { env, fetch: send })
  const result = await embedder.embed(['a', 'b'], AbortSignal.timeout(300))
  expect(result).toMatchObject({ ok: false })
})

it('names what is missing: a key, a provider with embeddings, the local package', async () => {
  const none = () => undefined
  expect(await openEmbedder('openai:e', { env: none })).toMatchObject({
    error: { code: 'ASSAY-1005', fix: 'set OPENAI_API_KEY' },
  })
  expect(await openEmbedder('anthropic:e', { env: none })).toMatchObject({ error: { code: 'ASSAY-5012' } })
  expect(await openEmbedder('local:minilm', { env: none })).toMatchObject({ error: { code: 'ASSAY-8004' } })
})
