import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { hashedEmbedding } from './hashed-embedding.ts'
import type { ModelScript, ScriptedRequest } from './model-script.ts'
import { sendScriptedReply } from './scripted-reply.ts'

export type { ModelScript, ScriptedReply, ScriptedRequest } from './model-script.ts'

export interface ScriptedServerOptions {
  /** What `/v1/models` lists. */
  readonly models?: readonly string[]
  /** Absent: a deterministic vector of hashed words, so that texts that share words lie close. */
  readonly embed?: (text: string) => readonly number[]
}

export interface ScriptedServer {
  /** Base address with `/v1`. */
  readonly url: string
  /** Chat completions in the order they came. */
  readonly requests: readonly ScriptedRequest[]
  /** Inputs of each embedding request. */
  readonly embeddingInputs: readonly (readonly string[])[]
  /** The most chat completions that were open at one time. */
  readonly maxInFlight: () => number
  readonly close: () => Promise<void>
}

interface ServerState {
  readonly requests: ScriptedRequest[]
  readonly embeddingInputs: (readonly string[])[]
  inFlight: number
  maxInFlight: number
}

/** An OpenAI-compatible server on loopback that answers by a script. Close it after use. */
export async function startScriptedServer(
  script: ModelScript,
  options: ScriptedServerOptions = {},
): Promise<ScriptedServer> {
  const state: ServerState = { requests: [], embeddingInputs: [], inFlight: 0, maxInFlight: 0 }
  const server = createServer((request, response) => {
    answer({ request, response, state, script, options }).catch((cause: unknown) =>
      response.destroy(cause as Error),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('bug: the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    requests: state.requests,
    embeddingInputs: state.embeddingInputs,
    maxInFlight: () => state.maxInFlight,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly state: ServerState
  readonly script: ModelScript
  readonly options: ScriptedServerOptions
}

async function answer(exchange: Exchange): Promise<void> {
  const path = exchange.request.url ?? ''
  if (path.endsWith('/models')) return sendModels(exchange)
  const body = parseObject(await readBody(exchange.request))
  if (path.endsWith('/embeddings')) return sendEmbeddings(exchange, body)
  if (path.endsWith('/chat/completions')) return answerChat(exchange, body)
  return sendJson(exchange.response, 404, { error: { message: `nothing stands at ${path}` } })
}

async function answerChat({ request, response, state, script }: Exchange, body: Record<string, unknown>) {
  const received = parseRequest(request, body)
  const callIndex = state.requests.push(received) - 1
  state.inFlight += 1
  state.maxInFlight = Math.max(state.maxInFlight, state.inFlight)
  response.once('close', () => (state.inFlight -= 1))
  const reply = await script(received, callIndex)
  const traits = typeof reply === 'string' ? { text: reply } : reply
  if (traits.delayMs !== undefined) await sleep(traits.delayMs)
  await sendScriptedReply(response, received, traits)
}

function sendModels({ response, options }: Exchange): void {
  const data = (options.models ?? ['scripted']).map((id) => ({ id, object: 'model', owned_by: 'testkit' }))
  sendJson(response, 200, { object: 'list', data })
}

function sendEmbeddings({ response, state, options }: Exchange, body: Record<string, unknown>): void {
  const input = body['input']
  const texts = (Array.isArray(input) ? input : [input]).map(String)
  state.embeddingInputs.push(texts)
  const embed = options.embed ?? hashedEmbedding
  const data = texts.map((text, index) => ({ object: 'embedding', index, embedding: embed(text) }))
  sendJson(response, 200, {
    object: 'list',
    model: body['model'],
    data,
    usage: { prompt_tokens: texts.length, total_tokens: texts.length },
  })
}

function parseRequest(request: IncomingMessage, body: Record<string, unknown>): ScriptedRequest {
  const messages = (Array.isArray(body['messages']) ? body['messages'] : []).map((message: unknown) => ({
    role: String(at(message, 'role')),
    content: contentText(at(message, 'content')),
  }))
  const schemaName = at(at(body['response_format'], 'json_schema'), 'name')
  return {
    path: request.url ?? '',
    headers: request.headers,
    body,
    model: String(body['model']),
    messages,
    prompt: messages.at(-1)?.content ?? '',
    schemaName: typeof schemaName === 'string' ? schemaName : null,
  }
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

/** A message's content is a string or a list of parts. */
const contentText = (content: unknown): string =>
  Array.isArray(content) ? content.map((part) => asText(at(part, 'text'))).join('') : asText(content)

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

function parseObject(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text === '' ? '{}' : text)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
