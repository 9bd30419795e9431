import { finishReasonSchema, type ModelReply, type TokenUsage } from '@assay/contracts'
import * as z from 'zod'
import { readNumberTokens } from './read-number-tokens.ts'

const count = z.number().nullish()

const usageSchema = z
  .object({
    prompt_tokens: count,
    completion_tokens: count,
    prompt_tokens_details: z.object({ cached_tokens: count }).nullish(),
    completion_tokens_details: z.object({ reasoning_tokens: count }).nullish(),
  })
  .nullish()

const completionSchema = z.object({
  id: z.string().nullish(),
  model: z.string().nullish(),
  system_fingerprint: z.string().nullish(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: usageSchema,
})

/** OpenAI's form of token usage, in Assay's words. */
export function decodeUsage(usage: unknown): TokenUsage {
  const parsed = usageSchema.safeParse(usage).data
  return {
    input: parsed?.prompt_tokens ?? null,
    output: parsed?.completion_tokens ?? null,
    cachedInput: parsed?.prompt_tokens_details?.cached_tokens ?? null,
    reasoning: parsed?.completion_tokens_details?.reasoning_tokens ?? null,
  }
}

/** OpenAI's finish reasons, in Assay's words. */
export function decodeFinishReason(reason: string | null | undefined): ModelReply['finishReason'] {
  if (reason === 'content_filter') return 'content-filter'
  if (reason === 'tool_calls' || reason === 'function_call') return 'tool-calls'
  return finishReasonSchema.safeParse(reason).data ?? 'other'
}

/** Reads an OpenAI chat completion; `null` when the body is none. Latency is the caller's to add. */
export function decodeChatCompletion(body: unknown): Omit<ModelReply, 'latencyMs'> | null {
  const completion = completionSchema.safeParse(body).data
  const choice = completion?.choices[0]
  if (completion === undefined || choice === undefined) return null
  const { content, refusal } = choice.message
  const refused = !content && Boolean(refusal)
  const text = content || refusal || ''
  const numbers = readNumberTokens(body, text)
  return {
    text,
    ...(numbers === undefined ? {} : { numbers }),
    finishReason: refused ? 'content-filter' : decodeFinishReason(choice.finish_reason),
    usage: decodeUsage(completion.usage),
    returnedModel: completion.model ?? null,
    fingerprint: completion.system_fingerprint ?? null,
    requestId: completion.id ?? null,
  }
}
