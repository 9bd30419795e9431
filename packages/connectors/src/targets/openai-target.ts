import type { TargetConfiguration } from '@assay/contracts'
import { createError, fail, ok, type Result, type Target, type TargetRequest } from '@assay/core'
import * as z from 'zod'
import { decodeChatCompletion, decodeFinishReason, decodeUsage } from '../language-models/chat-completion.ts'
import { readField } from '../language-models/read-field.ts'
import { preview, toolCallValueSchema } from './decode-answer.ts'
import { measureAnswer, type AnswerParts } from './measure-answer.ts'
import { readServerSentEvents } from './read-stream.ts'
import type { TargetDependencies } from './target-dependencies.ts'
import { sendToTarget, toConnectionError } from './target-http.ts'

export type OpenAiTargetConfiguration = Extract<TargetConfiguration, { kind: 'openai' }>

/** An OpenAI-compatible chat endpoint as the system under test. Fails with ASSAY-1005 without its key. */
export function createOpenAiTarget(
  configuration: OpenAiTargetConfiguration,
  deps: TargetDependencies,
): Result<Target> {
  const { apiKeyEnv } = configuration
  const apiKey = apiKeyEnv === undefined ? undefined : deps.env(apiKeyEnv) || undefined
  if (apiKeyEnv !== undefined && apiKey === undefined)
    return fail(createError('ASSAY-1005', { where: deps.name, fix: `set ${apiKeyEnv}` }))
  const url = `${configuration.url.replace(/\/$/, '')}/chat/completions`
  const send = deps.fetch ?? fetch
  return ok({
    name: configuration.name ?? deps.name,
    kind: 'openai',
    version: configuration.version ?? null,
    ask: (request, { signal }) =>
      measureAnswer({ signal, where: url, toError: toConnectionError(url) }, async () => {
        const started = performance.now()
        const init = { ...toInit(request, configuration, apiKey), signal }
        const response = await sendToTarget(send, { url, init })
        if (!response.ok) return response
        return configuration.stream
          ? readStreamed(response.value, started, url)
          : readWhole(response.value, url)
      }),
    close: () => Promise.resolve(),
  })
}

function toInit(
  request: TargetRequest,
  configuration: OpenAiTargetConfiguration,
  apiKey: string | undefined,
) {
  const { maxOutputTokens, stream } = configuration
  const systemPrompt = configuration.prompt ?? configuration.systemPrompt
  const { temperature = configuration.temperature, topP, ...others } = configuration.parameters ?? {}
  const body = {
    model: configuration.model,
    messages: [
      ...(systemPrompt === undefined ? [] : [{ role: 'system', content: systemPrompt }]),
      ...request.history,
      { role: 'user', content: request.question },
    ],
    ...(temperature === undefined ? {} : { temperature }),
    ...(maxOutputTokens === undefined ? {} : { max_tokens: maxOutputTokens }),
    ...(topP === undefined ? {} : { top_p: topP }),
    ...others,
    ...(stream ? { stream: true, stream_options: { include_usage: true } } : {}),
  }
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
    },
    body: JSON.stringify(body),
  }
}

async function readWhole(response: Response, url: string): Promise<Result<AnswerParts>> {
  const text = await response.text()
  const body = parseJson(text)
  const completion = decodeChatCompletion(body)
  if (completion === null) return notUnderstood(url, 'no chat completion', text)
  const toolCalls = toolCallValueSchema.array().safeParse(firstChoice(body, 'message', 'tool_calls')).data
  return ok({
    text: completion.text,
    usage: completion.usage,
    returnedModel: completion.returnedModel,
    finishReason: completion.finishReason,
    ...(toolCalls === undefined ? {} : { toolCalls }),
  })
}

interface StreamedAnswer {
  text: string
  timeToFirstTokenMs: number | null
  finishReason: string | null
  returnedModel: string | null
  usage: unknown
  readonly calls: Map<number, { name: string; arguments: string }>
}

async function readStreamed(response: Response, started: number, url: string): Promise<Result<AnswerParts>> {
  const answer: StreamedAnswer = {
    text: '',
    timeToFirstTokenMs: null,
    finishReason: null,
    returnedModel: null,
    usage: null,
    calls: new Map(),
  }
  for await (const data of readServerSentEvents(response.body ?? new ReadableStream())) {
    if (data === '[DONE]') break
    const event = parseJson(data)
    if (event === undefined) return notUnderstood(url, 'an event is not JSON', data)
    const failed = readField(event, 'error')
    if (failed) return fail(createError('ASSAY-4003', { where: url, detail: preview(failed) }))
    addEvent(answer, event, started)
  }
  if (answer.finishReason === null && answer.text === '')
    return notUnderstood(url, 'the stream held no answer', '')
  const toolCalls = toolCallValueSchema.array().safeParse([...answer.calls.values()]).data
  return ok({
    text: answer.text,
    usage: decodeUsage(answer.usage),
    returnedModel: answer.returnedModel,
    finishReason: decodeFinishReason(answer.finishReason),
    timeToFirstTokenMs: answer.timeToFirstTokenMs,
    ...(toolCalls === undefined || toolCalls.length === 0 ? {} : { toolCalls }),
  })
}

function addEvent(answer: StreamedAnswer, event: unknown, started: number): void {
  const content = firstChoice(event, 'delta', 'content')
  if (typeof content === 'string' && content !== '') {
    answer.timeToFirstTokenMs ??= performance.now() - started
    answer.text += content
  }
  addToolCalls(answer, firstChoice(event, 'delta', 'tool_calls'))
  const choices = readField(event, 'choices')
  const reason = readField(Array.isArray(choices) ? choices[0] : null, 'finish_reason')
  if (typeof reason === 'string') answer.finishReason = reason
  const model = readField(event, 'model')
  if (typeof model === 'string') answer.returnedModel = model
  answer.usage = readField(event, 'usage') ?? answer.usage
}

const toolCallDeltasSchema = z.array(
  z.object({
    index: z.number(),
    function: z.object({ name: z.string().nullish(), arguments: z.string().nullish() }),
  }),
)

function addToolCalls(answer: StreamedAnswer, deltas: unknown): void {
  for (const delta of toolCallDeltasSchema.safeParse(deltas).data ?? []) {
    const call = answer.calls.get(delta.index) ?? { name: '', arguments: '' }
    answer.calls.set(delta.index, {
      name: call.name + (delta.function.name ?? ''),
      arguments: call.arguments + (delta.function.arguments ?? ''),
    })
  }
}

function firstChoice(body: unknown, part: string, field: string): unknown {
  const choices = readField(body, 'choices')
  return readField(readField(Array.isArray(choices) ? choices[0] : null, part), field)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const notUnderstood = (url: string, reason: string, detail: string): Result<never> =>
  fail(createError('ASSAY-4004', { where: `${url}: ${reason}`, detail: preview(detail) }))
