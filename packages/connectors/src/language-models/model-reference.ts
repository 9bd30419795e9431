import { createError, fail, ok, type Result } from '@assay/core'
import { modelProviders } from './model-providers.data.ts'

/** A model as written in a configuration. */
export interface ModelReference {
  /** As written: `provider:model`. */
  readonly id: string
  readonly provider: string
  readonly model: string
  /** Base address, for `openai-compatible:URL#model`. */
  readonly url: string | null
}

const otherProviders = ['openai-compatible', 'ollama', 'local']

/** What may stand before the colon. */
export const providerNames: readonly string[] = [...modelProviders.map((row) => row.name), ...otherProviders]

/**
 * Reads `provider:model`, or `openai-compatible:URL#model` with the base address up to and with `/v1`. A bare URL
 * (`http://127.0.0.1:8000/v1#model`) means the same. Fails with ASSAY-5012.
 */
export function parseModelReference(text: string): Result<ModelReference> {
  const spelled = /^https?:\/\//.test(text) ? `openai-compatible:${text}` : text
  const colon = spelled.indexOf(':')
  const provider = spelled.slice(0, Math.max(colon, 0))
  const rest = spelled.slice(colon + 1)
  if (!providerNames.includes(provider)) return notKnown(text, `known providers: ${providerNames.join(', ')}`)
  if (provider === 'openai-compatible') return parseAddress(spelled, rest)
  if (rest === '') return notKnown(text, `write it as ${provider}:model`)
  return ok({ id: spelled, provider, model: rest, url: null })
}

function parseAddress(id: string, rest: string): Result<ModelReference> {
  const hash = rest.indexOf('#')
  const url = rest.slice(0, Math.max(hash, 0))
  const model = rest.slice(hash + 1)
  if (hash === -1 || model === '' || !URL.canParse(url))
    return notKnown(id, 'write it as openai-compatible:http://host:port/v1#model')
  return ok({ id, provider: 'openai-compatible', model, url: url.replace(/\/$/, '') })
}

const notKnown = (where: string, fix: string): Result<never> =>
  fail(createError('ASSAY-5012', { where, fix }))
