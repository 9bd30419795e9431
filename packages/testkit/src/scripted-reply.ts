import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ScriptedReply, ScriptedRequest } from './model-script.ts'

type SpelledReply = Exclude<ScriptedReply, string>

/** Writes one scripted reply in the form the request asked for: one JSON body, or server-sent events. */
export async function sendScriptedReply(
  response: ServerResponse,
  request: ScriptedRequest,
  reply: SpelledReply,
): Promise<void> {
  if ('hang' in reply) return
  if ('disconnect' in reply) return void response.destroy()
  if ('status' in reply) return sendStatus(response, reply)
  if ('rawBody' in reply) return void response.writeHead(200, jsonHeaders(reply)).end(reply.rawBody)
  const completion = toCompletion(request, reply)
  if (request.body['stream'] === true) return streamCompletion(response, completion, reply)
  response.writeHead(200, jsonHeaders(reply)).end(JSON.stringify(wholeBody(completion)))
}

const jsonHeaders = (reply: SpelledReply) => ({
  'content-type': 'application/json',
  'x-request-id': 'req-scripted',
  ...reply.headers,
})

function sendStatus(response: ServerResponse, reply: Extract<SpelledReply, { status: number }>): void {
  const body = reply.body ?? { error: { message: `scripted status ${reply.status}`, type: 'scripted' } }
  response
    .writeHead(reply.status, jsonHeaders(reply))
    .end(typeof body === 'string' ? body : JSON.stringify(body))
}

interface Completion {
  readonly text: string
  readonly chunks: readonly string[]
  readonly finishReason: 'stop' | 'length' | 'content_filter'
  readonly envelope: Readonly<Record<string, unknown>>
  readonly usage: Readonly<Record<string, number>>
}

function toCompletion(request: ScriptedRequest, reply: SpelledReply): Completion {
  const text = replyText(reply)
  const usage = reply.usage ?? {
    prompt_tokens: request.messages.reduce((sum, message) => sum + countWords(message.content), 0),
    completion_tokens: countWords(text),
  }
  return {
    text,
    chunks: 'chunks' in reply && reply.chunks !== undefined ? reply.chunks : text.split(/(?<=\s)/),
    finishReason: 'truncated' in reply ? 'length' : 'refusal' in reply ? 'content_filter' : 'stop',
    envelope: {
      id: 'chatcmpl-scripted',
      created: 0,
      model: reply.model ?? request.model,
      system_fingerprint: reply.fingerprint ?? null,
    },
    usage: { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens },
  }
}

function replyText(reply: SpelledReply): string {
  if ('text' in reply) return reply.text
  if ('json' in reply) return JSON.stringify(reply.json)
  if ('refusal' in reply) return reply.refusal
  return 'truncated' in reply ? reply.truncated : ''
}

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0

const wholeBody = ({ text, finishReason, envelope, usage }: Completion) => ({
  ...envelope,
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: finishReason }],
  usage,
})

async function streamCompletion(response: ServerResponse, completion: Completion, reply: SpelledReply) {
  response.writeHead(200, { ...jsonHeaders(reply), 'content-type': 'text/event-stream' })
  const send = (choices: readonly unknown[], extra: Readonly<Record<string, unknown>> = {}) =>
    response.write(
      `data: ${JSON.stringify({ ...completion.envelope, object: 'chat.completion.chunk', choices, ...extra })}\n\n`,
    )
  for (const [index, content] of completion.chunks.entries()) {
    if (index > 0 && reply.chunkDelayMs !== undefined) await sleep(reply.chunkDelayMs)
    send([
      { index: 0, delta: index === 0 ? { role: 'assistant', content } : { content }, finish_reason: null },
    ])
  }
  send([{ index: 0, delta: {}, finish_reason: completion.finishReason }])
  send([], { usage: completion.usage })
  response.end('data: [DONE]\n\n')
}
