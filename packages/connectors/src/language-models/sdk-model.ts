import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4GenerateResult,
} from '@ai-sdk/provider'
import type { ChatMessage, ModelReply, ModelRequest } from '@assay/contracts'
import { fail, ok, type CallOptions, type LanguageModel } from '@assay/core'
import { readField } from './read-field.ts'
import { readNumberTokens } from './read-number-tokens.ts'
import { readRequestId, toProviderError, type CallContext } from './provider-error.ts'
import { toRateSignal } from './rate-headers.ts'
import { isStrictSchema } from './strict-schema.ts'

interface SdkModelParts {
  readonly id: string
  readonly provider: string
  readonly context: CallContext
  readonly ways: ProviderWays
  /** Loads the package at the first call. */
  readonly open: () => Promise<LanguageModelV4>
}

/** What a provider package is told in ways of its own. */
export interface ProviderWays {
  /** Name under which the package reads its options. */
  readonly optionName: string
  /** Whether it can be told that a schema is not strict (`strictJsonSchema`). */
  readonly isStrictTold: boolean
  /** Options that ask for the most likely tokens; absent: it cannot be asked. */
  readonly askLikelyTokens?: Readonly<Record<string, number | boolean>>
}

/** A provider package's model behind the port: one `generate` is one request. */
export function createSdkModel(parts: SdkModelParts): LanguageModel {
  let opened: Promise<LanguageModelV4> | null = null
  return {
    id: parts.id,
    provider: parts.provider,
    async generate(request, options) {
      const started = performance.now()
      try {
        opened ??= parts.open()
        const model = await opened
        const result = await model.doGenerate(toCallOptions(request, options, parts.ways))
        reportRate(result.response?.headers, options)
        return ok(toReply(result, performance.now() - started, request.numberProbabilities === true))
      } catch (cause) {
        reportRate(readField(cause, 'responseHeaders'), options)
        return fail(toProviderError(cause, parts.context))
      }
    },
  }
}

function toCallOptions(
  request: ModelRequest,
  options: CallOptions,
  ways: ProviderWays,
): LanguageModelV4CallOptions {
  const { maxOutputTokens, temperature, topP, seed, stop, responseSchema } = request
  return {
    prompt: request.messages.map(toPromptMessage),
    abortSignal: options.signal,
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { topP }),
    ...(seed === undefined ? {} : { seed }),
    ...(stop === undefined ? {} : { stopSequences: stop }),
    ...(responseSchema === undefined ? {} : { responseFormat: { type: 'json', ...responseSchema } }),
    providerOptions: { [ways.optionName]: ownOptions(request, ways) },
  }
}

const ownOptions = (
  { responseSchema, numberProbabilities }: ModelRequest,
  { isStrictTold, askLikelyTokens }: ProviderWays,
) => ({
  ...(responseSchema === undefined || !isStrictTold
    ? {}
    : { strictJsonSchema: isStrictSchema(responseSchema.schema) }),
  ...(numberProbabilities === true ? askLikelyTokens : {}),
})

function toPromptMessage({ role, content }: ChatMessage): LanguageModelV4CallOptions['prompt'][number] {
  if (role === 'system') return { role, content }
  return { role, content: [{ type: 'text', text: content }] }
}

function toReply(
  result: LanguageModelV4GenerateResult,
  latencyMs: number,
  isNumberAsked: boolean,
): ModelReply {
  const body = result.response?.body
  const refusal = readRefusal(body)
  const text = result.structuredOutputText ?? joinText(result.content)
  const fingerprint = readField(body, 'system_fingerprint')
  const numbers = isNumberAsked ? readNumberTokens(body, text) : undefined
  return {
    text: text === '' && refusal !== null ? refusal : text,
    finishReason: text === '' && refusal !== null ? 'content-filter' : toFinishReason(result),
    usage: {
      input: result.usage.inputTokens.total ?? null,
      output: result.usage.outputTokens.total ?? null,
      cachedInput: result.usage.inputTokens.cacheRead ?? null,
      cacheWrite: result.usage.inputTokens.cacheWrite ?? null,
      reasoning: result.usage.outputTokens.reasoning ?? null,
    },
    returnedModel: readReturnedModel(result),
    fingerprint: typeof fingerprint === 'string' ? fingerprint : null,
    requestId: readRequestId(result.response?.headers ?? {}) ?? result.response?.id ?? null,
    latencyMs,
    ...(numbers === undefined ? {} : { numbers }),
  }
}

const joinText = (content: LanguageModelV4GenerateResult['content']): string =>
  content.map((part) => (part.type === 'text' ? part.text : '')).join('')

/** OpenAI's `message.refusal`, which the package leaves in the body. */
function readRefusal(body: unknown): string | null {
  const choices = readField(body, 'choices')
  const refusal = readField(readField(Array.isArray(choices) ? choices[0] : null, 'message'), 'refusal')
  return typeof refusal === 'string' && refusal !== '' ? refusal : null
}

function readReturnedModel({ response }: LanguageModelV4GenerateResult): string | null {
  const named =
    response?.modelId ?? readField(response?.body, 'modelVersion') ?? readField(response?.body, 'model')
  return typeof named === 'string' && named !== '' ? named : null
}

function toFinishReason({ finishReason }: LanguageModelV4GenerateResult): ModelReply['finishReason'] {
  const { unified } = finishReason
  return unified === 'error' || unified === 'interrupted' ? 'other' : unified
}

function reportRate(headers: unknown, { onRate }: CallOptions): void {
  if (onRate === undefined || typeof headers !== 'object' || headers === null) return
  const signal = toRateSignal({ ...headers }, Date.now())
  if (signal !== null) onRate(signal)
}
