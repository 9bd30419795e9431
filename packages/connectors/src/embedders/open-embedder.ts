import { createError, fail, ok, type Embedder, type Result } from '@assay/core'
import type { LocalModelLoader } from '../language-models/local-model-loader.ts'
import { modelProviders } from '../language-models/model-providers.data.ts'
import { parseModelReference, type ModelReference } from '../language-models/model-reference.ts'
import { compatibleEndpoint } from '../language-models/open-model.ts'
import { createEndpointEmbedder } from './endpoint-embedder.ts'

export interface OpenEmbedderDependencies {
  /** Looks up an environment variable. An empty one counts as not set. */
  readonly env: (name: string) => string | undefined
  readonly fetch?: typeof fetch
  /** Replaces the provider's base address. */
  readonly baseUrl?: string
  readonly loadLocalModels?: LocalModelLoader
}

/**
 * Opens an embedder: `openai:model`, `openai-compatible:URL#model`, `mistral:model`, `ollama:model` or `local:minilm`.
 * Fails with ASSAY-5012, ASSAY-1005, or ASSAY-8001 to 8004.
 */
export async function openEmbedder(text: string, deps: OpenEmbedderDependencies): Promise<Result<Embedder>> {
  const parsed = parseModelReference(text)
  if (!parsed.ok) return parsed
  const reference = parsed.value
  if (reference.provider === 'local') return openLocal(reference, deps)
  const endpoint = findEndpoint(reference, deps)
  if (!endpoint.ok) return endpoint
  return ok(createEndpointEmbedder({ id: reference.id, model: reference.model, ...endpoint.value }))
}

async function openLocal(
  reference: ModelReference,
  deps: OpenEmbedderDependencies,
): Promise<Result<Embedder>> {
  const local = await deps.loadLocalModels?.()
  if (!local) return fail(createError('ASSAY-8004', { where: reference.id }))
  return local.openEmbedder(reference.model)
}

/** Providers whose embedding endpoint has OpenAI's form. */
const sameForm = new Set(['openai', 'mistral'])

function findEndpoint(reference: ModelReference, deps: OpenEmbedderDependencies) {
  const send = deps.fetch ?? fetch
  if (reference.provider === 'openai-compatible' || reference.provider === 'ollama') {
    const { baseURL, keyEnv } = compatibleEndpoint(reference, deps)
    const apiKey = keyEnv === null ? undefined : deps.env(keyEnv) || undefined
    return ok({ baseURL, keyEnv, apiKey, fetch: send })
  }
  const row = modelProviders.find(({ name }) => name === reference.provider && sameForm.has(name))
  if (row === undefined) return fail(createError('ASSAY-5012', { where: reference.id, fix: noEmbedder }))
  const apiKey = deps.env(row.keyEnv) || undefined
  if (apiKey === undefined)
    return fail(createError('ASSAY-1005', { where: reference.id, fix: `set ${row.keyEnv}` }))
  const baseURL = deps.baseUrl ?? (deps.env(row.baseUrlEnv) || row.baseUrl)
  return ok({ baseURL, keyEnv: row.keyEnv, apiKey, fetch: send })
}

const noEmbedder =
  'use local:minilm, ollama:model, openai:model, mistral:model, or openai-compatible:URL#model as the embedder'
