import * as z from 'zod'

export const chatMessageSchema = z.object({
  role: z.enum(['system', 'user', 'assistant']),
  content: z.string(),
})
export type ChatMessage = z.infer<typeof chatMessageSchema>

/** Tokens of one call by kind. `null`: the provider did not say. `input` includes `cachedInput` and `cacheWrite`; `output` includes `reasoning`. */
export const tokenUsageSchema = z.object({
  input: z.number().nullable(),
  output: z.number().nullable(),
  cachedInput: z.number().nullable().optional(),
  cacheWrite: z.number().nullable().optional(),
  reasoning: z.number().nullable().optional(),
})
export type TokenUsage = z.infer<typeof tokenUsageSchema>
