import { createError, fail, ok, type LanguageModel, type Result } from '@assay/core'
import type { LocalModelLoader } from './local-model-loader.ts'
import { modelProviders, type ModelProvider } from './model-providers.data.ts'
import { parseModelReference, type ModelReference } from './model-reference.ts'
import { mostAlternatives } from './read-number-tokens.ts'
import { createSdkModel } from './sdk-model.ts'

export interface OpenModelDependencies {
  /** Looks up an environment variable. An empty one counts as not set. */
  readonly env: (name: string) => string | undefined
  readonly fetch?: typeof fetch
  /** Replaces the provider's base address. */
  readonly baseUrl?: string
  readonly loadLocalModels?: LocalModelLoader
}

/**
 * Opens `provider:model`. Nothing is called and no provider package is loaded before the first `generate`.
 * Fails with ASSAY-5012 (unknown), ASSAY-1005 (no key), ASSAY-8001 to 8004 (local models).
 */
export async function openModel(text: string, deps: OpenModelDependencies): Promise<Result<LanguageModel>> {
  const reference = parseModelReference(text)
  if (!reference.ok) return reference
  const row = modelProviders.find(({ name }) => name === reference.value.provider)
  if (row !== undefined) return openProvider(row, reference.value, deps)
  if (reference.value.provider === 'local') return openLocal(reference.value, deps)
  return ok(openCompatible(reference.value, deps))
}

function openProvider(
  row: ModelProvider,
  reference: ModelReference,
  deps: OpenModelDependencies,
): Result<LanguageModel> {
  const env = (name: string) => deps.env(name) || undefined
  const apiKey = env(row.keyEnv)
  const standsIn = row.alternativeEnv?.every((name) => env(name) !== undefined) ?? false
  if (apiKey === undefined && !standsIn)
    return notSet(reference, [row.keyEnv, row.alternativeEnv?.join(' and ')])
  const baseURL = fillAddress(deps.baseUrl ?? env(row.baseUrlEnv) ?? row.baseUrl, env)
  if (!baseURL.ok) return notSet(reference, [baseURL.error])
  const settings = { apiKey, baseURL: baseURL.value, fetch: deps.fetch, env }
  return ok(
    createSdkModel({
      id: reference.id,
      provider: row.name,
      context: { id: reference.id, keyEnv: row.keyEnv, secrets: apiKey === undefined ? [] : [apiKey] },
      ways: { optionName: row.name, ...row.ways },
      open: () => row.open(settings, reference.model),
    }),
  )
}

/** Fills `{NAME}`; fails with the name that is not set. */
function fillAddress(template: string, env: (name: string) => string | undefined): Result<string, string> {
  const missing = [...template.matchAll(/\{([A-Z_]+)\}/g)]
    .map((match) => match[1] ?? '')
    .find((name) => !env(name))
  if (missing !== undefined) return fail(missing)
  return ok(template.replaceAll(/\{([A-Z_]+)\}/g, (_, name: string) => env(name) ?? ''))
}

function notSet(reference: ModelReference, names: readonly (string | undefined)[]): Result<never> {
  const wanted = names.filter((name) => name !== undefined).join(', or ')
  return fail(createError('ASSAY-1005', { where: reference.id, fix: `set ${wanted}` }))
}

async function openLocal(
  reference: ModelReference,
  deps: OpenModelDependencies,
): Promise<Result<LanguageModel>> {
  const local = await deps.loadLocalModels?.()
  if (!local) return fail(createError('ASSAY-8004', { where: reference.id }))
  return local.openLanguageModel(reference.model)
}

function openCompatible(reference: ModelReference, deps: OpenModelDependencies): LanguageModel {
  const { baseURL, keyEnv } = compatibleEndpoint(reference, deps)
  const apiKey = keyEnv === null ? undefined : deps.env(keyEnv) || undefined
  return createSdkModel({
    id: reference.id,
    provider: reference.provider === 'ollama' ? 'ollama' : new URL(baseURL).host,
    context: { id: reference.id, keyEnv, secrets: apiKey === undefined ? [] : [apiKey] },
    ways: {
      optionName: 'compatible',
      isStrictTold: true,
      askLikelyTokens: { logprobs: true, top_logprobs: mostAlternatives },
    },
    open: async () => {
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
      const provider = createOpenAICompatible({
        name: 'compatible',
        baseURL,
        supportsStructuredOutputs: true,
        ...(apiKey === undefined ? {} : { apiKey }),
        ...(deps.fetch === undefined ? {} : { fetch: deps.fetch }),
      })
      return provider.chatModel(reference.model)
    },
  })
}

/** Base address and key variable of an OpenAI-compatible server, or of Ollama at `OLLAMA_HOST`. */
export function compatibleEndpoint(
  reference: ModelReference,
  deps: Pick<OpenModelDependencies, 'env' | 'baseUrl'>,
): { readonly baseURL: string; readonly keyEnv: string | null } {
  if (reference.provider === 'ollama')
    return {
      baseURL: deps.baseUrl ?? toOllamaAddress(deps.env('OLLAMA_HOST') || 'localhost:11434'),
      keyEnv: null,
    }
  return { baseURL: deps.baseUrl ?? reference.url ?? '', keyEnv: 'OPENAI_COMPATIBLE_API_KEY' }
}

/** Ollama's own variable holds a host, a port or both, with or without a scheme. */
function toOllamaAddress(host: string): string {
  const url = new URL(/^https?:\/\//.test(host) ? host : `http://${host}`)
  if (url.port === '' && url.protocol === 'http:') url.port = '11434'
  if (url.hostname === '0.0.0.0') url.hostname = '127.0.0.1'
  return `${url.origin}/v1`
}
