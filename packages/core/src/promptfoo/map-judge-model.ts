import * as z from 'zod'

/** promptfoo's names of providers that Assay has too, and the API words that stand after some of them. */
const providers: Readonly<Record<string, string>> = {
  openai: 'openai',
  anthropic: 'anthropic',
  google: 'google',
  bedrock: 'bedrock',
  azure: 'azure',
  azureopenai: 'azure',
  mistral: 'mistral',
  cohere: 'cohere',
  groq: 'groq',
  ollama: 'ollama',
}
const apiWords: readonly string[] = ['chat', 'messages', 'responses', 'completion']
const otherWords: readonly string[] = ['embedding', 'embeddings', 'moderation', 'image', 'realtime']

const namedSchema = z.union([
  z.string(),
  z.looseObject({ id: z.string() }).transform(({ id }) => id),
  z.looseObject({ text: z.string() }).transform(({ text }) => text),
])

export interface JudgeModel {
  /** `provider:model`. */
  readonly model: string
  /** In words: what else is written of it, such as its temperature. `null`: nothing. */
  readonly lost: string | null
}

/** The judging model; `null`: no model that Assay can ask. */
export function mapJudgeModel(provider: unknown): JudgeModel | null {
  const id = namedSchema.safeParse(provider).data
  if (id === undefined || id.includes('{{')) return null
  const [name = '', ...rest] = id.split(':')
  if (otherWords.includes(rest[0] ?? '')) return null
  const model = rest.filter((part, index) => index > 0 || !apiWords.includes(part)).join(':')
  const known = Object.hasOwn(providers, name) ? providers[name] : undefined
  return known === undefined || model === ''
    ? null
    : { model: `${known}:${model}`, lost: describeLoss(provider) }
}

function describeLoss(provider: unknown): string | null {
  if (typeof provider !== 'object' || provider === null) return null
  const others = Object.keys(provider).filter((key) => !['id', 'label', 'text'].includes(key))
  return others.length === 0
    ? null
    : `its provider is asked with settings of Assay's own, without: ${others.join(', ')}`
}
