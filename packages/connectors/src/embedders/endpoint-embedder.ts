import { setTimeout as sleep } from 'node:timers/promises'
import { createError, fail, isRetryable, ok, type Embedder, type Result } from '@assay/core'
import * as z from 'zod'
import { isAbort, reasonOf, toResponseError, type CallContext } from '../language-models/provider-error.ts'

export interface EmbeddingEndpoint {
  /** `provider:model`. */
  readonly id: string
  readonly model: string
  /** Up to and with `/v1`. */
  readonly baseURL: string
  readonly keyEnv: string | null
  readonly apiKey: string | undefined
  readonly fetch: typeof fetch
}

const textsPerRequest = 64
const requestsAtOnce = 4
/** A knowledge base is embedded outside a run, so nobody else repeats what failed for a moment. */
const triesPerRequest = 5

/** Embeddings from an OpenAI-compatible endpoint: 64 texts a request, four requests at once, up to five tries each. */
export function createEndpointEmbedder(endpoint: EmbeddingEndpoint): Embedder {
  return {
    id: endpoint.id,
    async embed(texts, signal) {
      const vectors: Float32Array[] = []
      for (let at = 0; at < texts.length; at += textsPerRequest * requestsAtOnce) {
        const batches = Array.from({ length: requestsAtOnce }, (_, index) =>
          texts.slice(at + index * textsPerRequest, at + (index + 1) * textsPerRequest),
        ).filter((batch) => batch.length > 0)
        const results = await Promise.all(batches.map((batch) => embedPatiently(endpoint, batch, signal)))
        for (const result of results) {
          if (!result.ok) return result
          vectors.push(...result.value)
        }
      }
      return ok(vectors)
    },
  }
}

type Vectors = Result<readonly Float32Array[]>

async function embedPatiently(
  endpoint: EmbeddingEndpoint,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Vectors> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await embedOnce(endpoint, texts, signal)
    if (result.ok || !isRetryable(result.error) || attempt === triesPerRequest || signal?.aborted)
      return result
    const waitMs = result.error.retryAfterMs ?? 200 * 2 ** attempt * (0.5 + Math.random())
    await sleep(waitMs, null, { signal }).catch(() => null)
  }
}

async function embedOnce(
  endpoint: EmbeddingEndpoint,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Vectors> {
  const { id, model, baseURL, keyEnv, apiKey } = endpoint
  const context = { id, keyEnv, secrets: apiKey === undefined ? [] : [apiKey] }
  try {
    const response = await endpoint.fetch(`${baseURL}/embeddings`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({ model, input: texts }),
      ...(signal === undefined ? {} : { signal }),
    })
    return decodeVectors(response, await response.text(), texts.length, context)
  } catch (cause) {
    if (isAbort(cause) || signal?.aborted) return fail(createError('ASSAY-5003', { where: id }))
    return fail(
      createError('ASSAY-5002', { where: `${id} · ${baseURL}`, detail: reasonOf(cause).slice(0, 2000) }),
    )
  }
}

const embeddingsSchema = z.object({
  data: z.array(z.object({ index: z.number().int().nonnegative(), embedding: z.array(z.number()).min(1) })),
})

function decodeVectors(response: Response, body: string, expected: number, context: CallContext): Vectors {
  const failed = () =>
    fail(
      toResponseError(
        { status: response.status, headers: Object.fromEntries(response.headers), body },
        context,
      ),
    )
  if (!response.ok) return failed()
  const rows = parseRows(body)
  if (rows === null || rows.length !== expected) return failed()
  return ok(rows.toSorted((a, b) => a.index - b.index).map(({ embedding }) => normalise(embedding)))
}

function parseRows(body: string) {
  try {
    return embeddingsSchema.safeParse(JSON.parse(body)).data?.data ?? null
  } catch {
    return null
  }
}

/** To length 1; a vector of zeros stays. */
function normalise(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values) || 1
  return Float32Array.from(values, (value) => value / length)
}
