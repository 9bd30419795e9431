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

const namedSchema = z.union([
  z.string(),
  z.looseObject({ id: z.string() }).transform(({ id }) => id),
  z.looseObject({ text: z.string() }).transform(({ text }) => text),
])

/** The judging model as `provider:model`; `null`: no model that Assay can ask. */
export function mapJudgeModel(provider: unknown): string | null {
  const id = namedSchema.safeParse(provider).data
  if (id === undefined) return null
  const [name = '', ...rest] = id.split(':')
  const model = rest.filter((part, index) => index > 0 || !apiWords.includes(part)).join(':')
  const known = providers[name]
  return known === undefined || model === '' ? null : `${known}:${model}`
}
