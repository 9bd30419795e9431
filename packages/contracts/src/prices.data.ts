import type { ModelPrice } from './price.ts'

/**
 * Prices of common models. Figures: the public table `model_prices_and_context_window.json` (LiteLLM, MIT, by way of
 * AgentOps-AI/tokencost, MIT), as of September 2025; changes before that from the providers' announcements. A start that is
 * not known to the day is `null`. Long contexts cost more where `longContext` says so.
 */
export const priceTableVersion = '2025-09'

type Kinds = readonly [input: number, output: number, cachedInput?: number, reasoning?: number]
type Dates = Pick<ModelPrice, 'validFrom' | 'validUntil'>

const ever: Dates = { validFrom: null, validUntil: null }

const prices = ([input, output, cachedInput, reasoning]: Kinds): ModelPrice['usdPerMillion'] => ({
  input,
  output,
  ...(cachedInput === undefined ? {} : { cachedInput }),
  ...(reasoning === undefined ? {} : { reasoning }),
})

const row = (model: string, kinds: Kinds, dates: Dates = ever): ModelPrice => ({
  model,
  ...dates,
  usdPerMillion: prices(kinds),
})

const long = (price: ModelPrice, aboveInputTokens: number, kinds: Kinds): ModelPrice => ({
  ...price,
  longContext: { aboveInputTokens, usdPerMillion: prices(kinds) },
})

export const modelPrices: readonly ModelPrice[] = [
  row('anthropic:claude-opus-4-1', [15, 75, 1.5]),
  row('anthropic:claude-opus-4', [15, 75, 1.5]),
  row('anthropic:claude-sonnet-4', [3, 15, 0.3]),
  row('anthropic:claude-3-7-sonnet', [3, 15, 0.3]),
  row('anthropic:claude-3-5-sonnet', [3, 15, 0.3]),
  row('anthropic:claude-3-5-haiku', [0.8, 4, 0.08]),
  row('anthropic:claude-3-haiku', [0.25, 1.25, 0.03]),
  row('openai:gpt-5', [1.25, 10, 0.125]),
  row('openai:gpt-5-chat', [1.25, 10, 0.125]),
  row('openai:gpt-5-mini', [0.25, 2, 0.025]),
  row('openai:gpt-5-nano', [0.05, 0.4, 0.005]),
  row('openai:gpt-4.1', [2, 8, 0.5]),
  row('openai:gpt-4.1-mini', [0.4, 1.6, 0.1]),
  row('openai:gpt-4.1-nano', [0.1, 0.4, 0.025]),
  row('openai:gpt-4o', [5, 15], { validFrom: null, validUntil: '2024-10-02' }),
  row('openai:gpt-4o', [2.5, 10, 1.25], { validFrom: '2024-10-02', validUntil: null }),
  row('openai:gpt-4o-2024-05-13', [5, 15]),
  row('openai:gpt-4o-mini', [0.15, 0.6, 0.075]),
  row('openai:gpt-4-turbo', [10, 30]),
  row('openai:o1', [15, 60, 7.5]),
  row('openai:o3', [10, 40, 2.5], { validFrom: null, validUntil: '2025-06-10' }),
  row('openai:o3', [2, 8, 0.5], { validFrom: '2025-06-10', validUntil: null }),
  row('openai:o3-mini', [1.1, 4.4, 0.55]),
  row('openai:o4-mini', [1.1, 4.4, 0.275]),
  row('openai:text-embedding-3-small', [0.02, 0]),
  row('openai:text-embedding-3-large', [0.13, 0]),

  long(row('google:gemini-2.5-pro', [1.25, 10, 0.3125]), 200_000, [2.5, 15]),
  row('google:gemini-2.5-flash', [0.3, 2.5, 0.075, 2.5]),
  row('google:gemini-2.5-flash-lite', [0.1, 0.4, 0.025, 0.4]),
  row('google:gemini-2.0-flash', [0.1, 0.4, 0.025]),
  row('google:gemini-2.0-flash-lite', [0.075, 0.3, 0.01875]),
  long(row('google:gemini-1.5-flash', [0.075, 0.3]), 128_000, [0.15, 0.6]),

  row('mistral:mistral-large', [2, 6]),
  row('mistral:mistral-large-2411', [2, 6]),
  row('mistral:mistral-medium', [0.4, 2]),
  row('mistral:mistral-medium-2505', [0.4, 2]),
  row('mistral:mistral-small', [0.1, 0.3]),
  row('mistral:magistral-medium', [2, 5]),
  row('mistral:magistral-small', [0.5, 1.5]),
  row('mistral:codestral', [1, 3]),
  row('mistral:open-mistral-nemo', [0.3, 0.3]),

  row('groq:llama-3.3-70b-versatile', [0.59, 0.79]),
  row('groq:llama-3.1-8b-instant', [0.05, 0.08]),
  row('groq:openai/gpt-oss-20b', [0.1, 0.5]),
  row('groq:openai/gpt-oss-120b', [0.15, 0.75]),
  row('groq:qwen/qwen3-32b', [0.29, 0.59]),
  row('groq:meta-llama/llama-4-scout-17b-16e-instruct', [0.11, 0.34]),
  row('groq:meta-llama/llama-4-maverick-17b-128e-instruct', [0.2, 0.6]),

  row('cohere:command-a-03-2025', [2.5, 10]),
  row('cohere:command-r-plus-08-2024', [2.5, 10]),
  row('cohere:command-r-08-2024', [0.15, 0.6]),

  row('bedrock:amazon.nova-pro-v1:0', [0.8, 3.2]),
  row('bedrock:amazon.nova-lite-v1:0', [0.06, 0.24]),
  row('bedrock:amazon.nova-micro-v1:0', [0.035, 0.14]),

  // Run on the user's own machine: nobody bills them.
  row('local:*', [0, 0]),
  row('ollama:*', [0, 0]),
]
