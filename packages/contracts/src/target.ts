import * as z from 'zod'
import { tokenUsageSchema } from './chat.ts'

export const retrievedDocumentSchema = z.object({
  id: z.string().optional(),
  text: z.string(),
  score: z.number().optional(),
})
export type RetrievedDocument = z.infer<typeof retrievedDocumentSchema>

export const toolCallSchema = z.object({
  name: z.string(),
  arguments: z.unknown(),
  result: z.unknown().optional(),
})

/** What a target answered. Absent fields were not given by the target; an empty list was given empty. */
export const targetAnswerSchema = z.object({
  text: z.string(),
  /** In rank order. */
  documents: z.array(retrievedDocumentSchema).optional(),
  toolCalls: z.array(toolCallSchema).optional(),
  usage: tokenUsageSchema.optional(),
  latencyMs: z.number(),
  timeToFirstTokenMs: z.number().nullable().optional(),
  returnedModel: z.string().nullable().optional(),
  finishReason: z.string().optional(),
  costUsd: z.number().nullable().optional(),
})
export type TargetAnswer = z.infer<typeof targetAnswerSchema>
