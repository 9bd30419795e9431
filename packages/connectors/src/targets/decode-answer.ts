import { type RetrievedDocument, type TokenUsage } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import * as z from 'zod'
import type { AnswerParts } from './measure-answer.ts'

/**
 * Reads what users' code returns: a string, or an object with the text under `text`, `answer`, `message` or `content`
 * and, where given, `documents` (also `contexts` or `retrieved_contexts`), `toolCalls`, `usage`, `model`. Fails with ASSAY-4004 that names the path.
 */
export function decodeAnswer(value: unknown, where: string): Result<AnswerParts> {
  if (typeof value === 'string') return ok({ text: value })
  const parsed = answerSchema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const issue = parsed.error.issues[0]
  const path = issue === undefined || issue.path.length === 0 ? 'the answer' : issue.path.join('.')
  return fail(
    createError('ASSAY-4004', {
      where: `${where}: ${path}: ${issue?.message ?? ''}`,
      detail: preview(value),
    }),
  )
}

/** A value as text, cut to what an error may carry. */
export function preview(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.slice(0, 2000)
}

const optionalText = z.string().nullish()

/** Ids are numbers in many stores. */
const idSchema = z.union([z.string(), z.number()]).nullish()

const documentObjectSchema = z.looseObject({
  id: idSchema,
  text: optionalText,
  content: optionalText,
  page_content: optionalText,
  pageContent: optionalText,
  score: z.number().nullish(),
})

/** One retrieved document: a string, or an object with its text under a usual name. */
export const documentSchema = z.unknown().transform((value, context): RetrievedDocument => {
  if (typeof value === 'string') return { text: value }
  const parsed = documentObjectSchema.safeParse(value).data
  const text = parsed?.text ?? parsed?.content ?? parsed?.page_content ?? parsed?.pageContent
  if (typeof text !== 'string') {
    context.addIssue({ code: 'custom', message: 'a document is a string or has a text' })
    return z.NEVER
  }
  return {
    ...(parsed?.id === null || parsed?.id === undefined ? {} : { id: String(parsed.id) }),
    text,
    ...(typeof parsed?.score === 'number' ? { score: parsed.score } : {}),
  }
})

const toolCallObjectSchema = z.looseObject({
  name: optionalText,
  arguments: z.unknown().optional(),
  args: z.unknown().optional(),
  input: z.unknown().optional(),
  result: z.unknown().optional(),
  function: z.looseObject({ name: z.string(), arguments: z.unknown() }).nullish(),
})

/** One tool call, in Assay's form or OpenAI's. */
export const toolCallValueSchema = toolCallObjectSchema.transform((call, context) => {
  const name = call.name ?? call.function?.name
  if (typeof name !== 'string') {
    context.addIssue({ code: 'custom', message: 'a tool call has a name' })
    return z.NEVER
  }
  const given = call.arguments ?? call.args ?? call.input ?? call.function?.arguments ?? {}
  return {
    name,
    arguments: typeof given === 'string' ? parseJsonOr(given) : given,
    ...(call.result === undefined ? {} : { result: call.result }),
  }
})

function parseJsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const count = z.number().nullish()

const usageObjectSchema = z.looseObject({
  input: count,
  output: count,
  cachedInput: count,
  reasoning: count,
  prompt_tokens: count,
  completion_tokens: count,
  input_tokens: count,
  output_tokens: count,
})

/** Token usage in Assay's, OpenAI's or Anthropic's words. */
export const usageValueSchema = usageObjectSchema.transform((usage): TokenUsage => ({
  input: usage.input ?? usage.prompt_tokens ?? usage.input_tokens ?? null,
  output: usage.output ?? usage.completion_tokens ?? usage.output_tokens ?? null,
  ...(usage.cachedInput === undefined ? {} : { cachedInput: usage.cachedInput }),
  ...(usage.reasoning === undefined ? {} : { reasoning: usage.reasoning }),
}))

const answerSchema = z
  .looseObject({
    text: optionalText,
    answer: optionalText,
    message: optionalText,
    content: optionalText,
    documents: z.array(documentSchema).nullish(),
    contexts: z.array(documentSchema).nullish(),
    retrieved_contexts: z.array(documentSchema).nullish(),
    toolCalls: z.array(toolCallValueSchema).nullish(),
    tool_calls: z.array(toolCallValueSchema).nullish(),
    usage: usageValueSchema.nullish(),
    model: optionalText,
    returnedModel: optionalText,
    finishReason: optionalText,
    costUsd: z.number().nullish(),
    latencyMs: z.number().nonnegative().nullish(),
    timeToFirstTokenMs: z.number().nonnegative().nullish(),
  })
  .transform((answer, context): AnswerParts => {
    const text = answer.text ?? answer.answer ?? answer.message ?? answer.content
    if (typeof text !== 'string') {
      context.addIssue({
        code: 'custom',
        message: 'expected a string, or an object with text, answer or message',
      })
      return z.NEVER
    }
    const toolCalls = answer.toolCalls ?? answer.tool_calls
    const returnedModel = answer.returnedModel ?? answer.model
    const documents = answer.documents ?? answer.contexts ?? answer.retrieved_contexts
    return {
      text,
      ...(documents ? { documents } : {}),
      ...(toolCalls ? { toolCalls } : {}),
      ...(answer.usage ? { usage: answer.usage } : {}),
      ...(returnedModel ? { returnedModel } : {}),
      ...(answer.finishReason ? { finishReason: answer.finishReason } : {}),
      ...(typeof answer.costUsd === 'number' ? { costUsd: answer.costUsd } : {}),
      ...(typeof answer.latencyMs === 'number' ? { latencyMs: answer.latencyMs } : {}),
      ...(typeof answer.timeToFirstTokenMs === 'number'
        ? { timeToFirstTokenMs: answer.timeToFirstTokenMs }
        : {}),
    }
  })
