import * as z from 'zod'
import { describeIssue, readTarget, type MappedProvider } from './read-target.ts'

/** Templates stand for values that a target has to name itself. */
const plainText = z
  .string()
  .refine((text) => !/\{\{|\{%/.test(text), 'it is a template: write out what it stands for')

const chatConfigSchema = z.looseObject({
  apiBaseUrl: plainText.optional(),
  apiHost: plainText.optional(),
  apiKeyEnvar: plainText.optional(),
  temperature: z.number().optional(),
  max_tokens: z.number().int().positive().optional(),
  top_p: z.number().optional(),
  seed: z.number().optional(),
})
const chatKeys = Object.keys(chatConfigSchema.shape)

export interface ChatDefaults {
  readonly url: string
  /** Environment variable of the key. */
  readonly key?: string
}

/** `rest`: what stands after the provider's name, such as `chat:gpt-5-mini`. */
export function mapChatProvider(
  rest: readonly string[],
  config: Readonly<Record<string, unknown>>,
  standard: ChatDefaults,
): MappedProvider | string {
  const model = rest.filter((part, index) => index > 0 || !['chat', 'completion'].includes(part)).join(':')
  if (['responses', 'embedding', 'realtime', 'image', 'assistant'].includes(rest[0] ?? ''))
    return `only chat completions are asked, not ${rest[0] ?? ''}`
  const parsed = chatConfigSchema.safeParse(config)
  if (!parsed.success) return describeIssue(parsed.error.issues)
  const { apiBaseUrl, apiHost, apiKeyEnvar, temperature, top_p: topP, seed } = parsed.data
  const maxOutputTokens = parsed.data.max_tokens
  const key = apiKeyEnvar ?? (apiBaseUrl === undefined && apiHost === undefined ? standard.key : undefined)
  const parameters = { ...(topP === undefined ? {} : { topP }), ...(seed === undefined ? {} : { seed }) }
  const settings = {
    kind: 'openai',
    url: apiBaseUrl ?? (apiHost === undefined ? standard.url : `https://${apiHost}/v1`),
    model,
    ...(key === undefined ? {} : { apiKeyEnv: key }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
  }
  return readTarget(settings, chatKeys)
}
