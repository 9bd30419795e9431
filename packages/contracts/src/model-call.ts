import * as z from 'zod'
import { assayErrorSchema } from './assay-error.ts'
import { chatMessageSchema, tokenUsageSchema } from './chat.ts'

/** What a language model is asked. Everything here is part of the call's key. */
export const modelRequestSchema = z.object({
  messages: z.array(chatMessageSchema),
  maxOutputTokens: z.number().int().positive().optional(),
  /** 0 to 2. Absent: the provider's default. */
  temperature: z.number().optional(),
  topP: z.number().optional(),
  seed: z.number().int().optional(),
  stop: z.array(z.string()).optional(),
  /** The answer must be JSON that follows this schema (JSON Schema 2020-12). */
  responseSchema: z.object({ name: z.string(), schema: z.record(z.string(), z.unknown()) }).optional(),
  /** Asks how probable each other number was where the answer holds one; providers that cannot say leave it out. */
  numberProbabilities: z.boolean().optional(),
  /** 0 for the first; a repeat with the same text is another call. */
  repeatIndex: z.number().int().nonnegative().optional(),
  /** Which prompt made it: `id@version-hash`. Not part of the key: the messages are. */
  prompt: z.string().optional(),
})
export type ModelRequest = z.infer<typeof modelRequestSchema>

export const finishReasonSchema = z.enum(['stop', 'length', 'content-filter', 'tool-calls', 'other'])

/** A token of the reply that is a whole number, and what could have stood there. */
export const numberTokenSchema = z.object({
  /** Where it begins in the text, in UTF-16 code units. */
  start: z.number().int().nonnegative(),
  /** Probability of each whole number among the most likely tokens; they need not add up to 1. */
  probabilities: z.record(z.string(), z.number()),
})
export type NumberToken = z.infer<typeof numberTokenSchema>

export const modelReplySchema = z.object({
  text: z.string(),
  /** Only when asked for (`numberProbabilities`) and told. */
  numbers: z.array(numberTokenSchema).optional(),
  finishReason: finishReasonSchema,
  usage: tokenUsageSchema,
  /** The model id the provider says answered; `null` when it does not say. */
  returnedModel: z.string().nullable(),
  fingerprint: z.string().nullable().optional(),
  requestId: z.string().nullable().optional(),
  latencyMs: z.number(),
  timeToFirstTokenMs: z.number().nullable().optional(),
})
export type ModelReply = z.infer<typeof modelReplySchema>

/** One row of `calls.jsonl`: a model call that ended, well or not. Its reply is replayed when a unit is taken up again. */
export const callRowSchema = z.object({
  unit: z.string(),
  /** Hash of provider, model, parameters, messages, schema and repeat index. */
  key: z.string(),
  /** Requested model, as `provider:model`. */
  model: z.string(),
  prompt: z.string().optional(),
  at: z.string(),
  /** 1 for the first try; retries of one call count up. */
  tries: z.number().int().positive(),
  reply: modelReplySchema.nullable(),
  error: assayErrorSchema.nullable(),
  /** US dollars; `null`: the price is unknown. */
  costUsd: z.number().nullable(),
  /** The reply came from the call cache: nothing was paid. */
  cached: z.boolean(),
})
export type CallRow = z.infer<typeof callRowSchema>
