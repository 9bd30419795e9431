import type { LanguageModelV4 } from '@ai-sdk/provider'
import { mostAlternatives } from './read-number-tokens.ts'
import type { ProviderWays } from './sdk-model.ts'

/** What a provider package is given. Nothing is left for it to read from the environment. */
export interface ProviderSettings {
  readonly apiKey: string | undefined
  readonly baseURL: string
  readonly fetch: typeof fetch | undefined
  readonly env: (name: string) => string | undefined
}

export interface ModelProvider {
  readonly name: string
  /** Environment variable of the key. */
  readonly keyEnv: string
  /** Variables that together stand in for the key. */
  readonly alternativeEnv?: readonly string[]
  /** `{NAME}` is filled from the environment. */
  readonly baseUrl: string
  /** Environment variable that replaces the base address. */
  readonly baseUrlEnv: string
  readonly ways: Omit<ProviderWays, 'optionName'>
  /** Loads the package and opens one model. */
  readonly open: (settings: ProviderSettings, model: string) => Promise<LanguageModelV4>
}

const given = ({ apiKey, baseURL, fetch }: ProviderSettings) => ({
  baseURL,
  ...(apiKey === undefined ? {} : { apiKey }),
  ...(fetch === undefined ? {} : { fetch }),
})

const awsCredentials = (env: ProviderSettings['env']) => {
  const accessKeyId = env('AWS_ACCESS_KEY_ID')
  const secretAccessKey = env('AWS_SECRET_ACCESS_KEY')
  const sessionToken = env('AWS_SESSION_TOKEN')
  if (accessKeyId === undefined || secretAccessKey === undefined) return {}
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) }
}

export const modelProviders: readonly ModelProvider[] = [
  {
    name: 'openai',
    keyEnv: 'OPENAI_API_KEY',
    baseUrl: 'https://api.openai.com/v1',
    baseUrlEnv: 'OPENAI_BASE_URL',
    ways: { isStrictTold: true, askLikelyTokens: { logprobs: mostAlternatives } },
    open: async (settings, model) =>
      (await import('@ai-sdk/openai')).createOpenAI(given(settings)).chat(model),
  },
  {
    name: 'anthropic',
    keyEnv: 'ANTHROPIC_API_KEY',
    baseUrl: 'https://api.anthropic.com/v1',
    baseUrlEnv: 'ANTHROPIC_BASE_URL',
    ways: { isStrictTold: false },
    open: async (settings, model) =>
      (await import('@ai-sdk/anthropic')).createAnthropic(given(settings)).languageModel(model),
  },
  {
    name: 'google',
    keyEnv: 'GOOGLE_GENERATIVE_AI_API_KEY',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
    baseUrlEnv: 'GOOGLE_BASE_URL',
    ways: { isStrictTold: false },
    open: async (settings, model) =>
      (await import('@ai-sdk/google')).createGoogle(given(settings)).languageModel(model),
  },
  {
    name: 'bedrock',
    keyEnv: 'AWS_BEARER_TOKEN_BEDROCK',
    alternativeEnv: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
    baseUrl: 'https://bedrock-runtime.{AWS_REGION}.amazonaws.com',
    baseUrlEnv: 'BEDROCK_BASE_URL',
    ways: { isStrictTold: false },
    open: async (settings, model) =>
      (await import('@ai-sdk/amazon-bedrock'))
        .createAmazonBedrock({
          ...given(settings),
          ...awsCredentials(settings.env),
          region: settings.env('AWS_REGION') ?? '',
        })
        .languageModel(model),
  },
  {
    name: 'azure',
    keyEnv: 'AZURE_API_KEY',
    baseUrl: 'https://{AZURE_RESOURCE_NAME}.openai.azure.com/openai',
    baseUrlEnv: 'AZURE_BASE_URL',
    ways: { isStrictTold: true, askLikelyTokens: { logprobs: mostAlternatives } },
    open: async (settings, model) => (await import('@ai-sdk/azure')).createAzure(given(settings)).chat(model),
  },
  {
    name: 'mistral',
    keyEnv: 'MISTRAL_API_KEY',
    baseUrl: 'https://api.mistral.ai/v1',
    baseUrlEnv: 'MISTRAL_BASE_URL',
    ways: { isStrictTold: true },
    open: async (settings, model) =>
      (await import('@ai-sdk/mistral')).createMistral(given(settings)).languageModel(model),
  },
  {
    name: 'cohere',
    keyEnv: 'COHERE_API_KEY',
    baseUrl: 'https://api.cohere.com/v2',
    baseUrlEnv: 'COHERE_BASE_URL',
    ways: { isStrictTold: false },
    open: async (settings, model) =>
      (await import('@ai-sdk/cohere')).createCohere(given(settings)).languageModel(model),
  },
  {
    name: 'groq',
    keyEnv: 'GROQ_API_KEY',
    baseUrl: 'https://api.groq.com/openai/v1',
    baseUrlEnv: 'GROQ_BASE_URL',
    ways: { isStrictTold: true },
    open: async (settings, model) =>
      (await import('@ai-sdk/groq')).createGroq(given(settings)).languageModel(model),
  },
]
