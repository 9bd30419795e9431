import type { ChatMessage } from '@assay/contracts'
import { createError, fail, ok, type Result, type Target, type TargetRequest } from '@assay/core'
import { decodeEvents, type HttpTargetConfiguration } from './decode-events.ts'
import { preview } from './decode-answer.ts'
import { measureAnswer, type AnswerParts } from './measure-answer.ts'
import { queryJson } from '@assay/core/json-path'
import { readJsonLines, readServerSentEvents } from './read-stream.ts'
import { fillHeaders } from './fill-headers.ts'
import { renderAddress, renderBody, type TemplateVariables } from './render-template.ts'
import type { TargetDependencies } from './target-dependencies.ts'
import { sendToTarget, toConnectionError } from './target-http.ts'

/**
 * Any HTTP endpoint, by a request template and response paths. It is stateful when it returns a thread id, or when the
 * template sends `threadId` but no history: then the user's earlier messages are asked first in the same thread.
 */
export function createHttpTarget(
  configuration: HttpTargetConfiguration,
  deps: TargetDependencies,
): Result<Target> {
  const headers = fillHeaders(configuration.headers, deps.env)
  if (!headers.ok) return headers
  const problem = findProblem(configuration)
  if (problem !== null) return fail(createError('ASSAY-4006', { where: `${deps.name}: ${problem}` }))
  const endpoint = { configuration, headers: headers.value, send: deps.fetch ?? fetch }
  return ok({
    name: configuration.name ?? deps.name,
    kind: 'http',
    version: configuration.version ?? null,
    ask: (request, { signal }) => {
      const where = configuration.url
      return measureAnswer({ signal, where, toError: toConnectionError(where) }, () =>
        askTurns(endpoint, request, signal),
      )
    },
    close: () => Promise.resolve(),
  })
}

interface Endpoint {
  readonly configuration: HttpTargetConfiguration
  readonly headers: Readonly<Record<string, string>>
  readonly send: typeof fetch
}

/** Renders and queries once with an empty question, so that typing errors show before the first call. */
function findProblem(configuration: HttpTargetConfiguration): string | null {
  const { url, body, answerPath, documentsPath, documentTextPath, documentIdPath } = configuration
  const { toolCallsPath, usagePath, modelPath, deltaPath, threadIdPath } = configuration
  const sample = toVariables(configuration, { question: '', history: [] }, null)
  try {
    if (!URL.canParse(renderAddress(url, sample))) return `${url} is not an address`
    renderBody(body, sample)
    const paths = [answerPath, documentsPath, documentTextPath, documentIdPath, toolCallsPath, usagePath]
    for (const path of [...paths, modelPath, deltaPath, threadIdPath])
      if (path !== undefined) queryJson(path, { sample: [] })
    return null
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause)
  }
}

function isStateful({ threadIdPath, body, url }: HttpTargetConfiguration): boolean {
  const template = `${JSON.stringify(body) ?? ''}${url}`
  return (
    threadIdPath !== undefined ||
    (/\bthreadId\b/.test(template) && !/\b(?:history|messages)\b/.test(template))
  )
}

interface Turn {
  readonly question: string
  readonly history: readonly ChatMessage[]
  readonly caseId?: string
  readonly repeat?: number
}

function toVariables(
  { prompt = '', parameters = {} }: HttpTargetConfiguration,
  turn: Turn,
  threadId: string | null,
): TemplateVariables {
  const { question, history, caseId = '', repeat = 0 } = turn
  return {
    question,
    history,
    messages: [...history, { role: 'user', content: question }],
    threadId,
    caseId,
    repeat,
    prompt,
    parameters,
  }
}

async function askTurns(
  endpoint: Endpoint,
  request: TargetRequest,
  signal: AbortSignal,
): Promise<Result<AnswerParts>> {
  const last = isStateful(endpoint.configuration)
    ? await askThread(endpoint, request, signal)
    : await sendTurn(endpoint, toVariables(endpoint.configuration, request, request.threadId), signal)
  if (!last.ok) return last
  const { threadId: _, ...answer } = last.value
  return ok(answer)
}

/** Plays the user's messages one after the other; the last answer counts, with its own latency. */
async function askThread(
  endpoint: Endpoint,
  request: TargetRequest,
  signal: AbortSignal,
): Promise<Result<TurnAnswer>> {
  const { history, caseId, repeat } = request
  const earlier = history.flatMap(({ role, content }, index) =>
    role === 'user' ? [{ question: content, history: history.slice(0, index), caseId, repeat }] : [],
  )
  let threadId = endpoint.configuration.threadIdPath === undefined ? request.threadId : null
  for (const turn of earlier) {
    const answer = await sendTurn(endpoint, toVariables(endpoint.configuration, turn, threadId), signal)
    if (!answer.ok) return answer
    threadId = answer.value.threadId ?? threadId
  }
  return sendTurn(endpoint, toVariables(endpoint.configuration, request, threadId), signal)
}

type TurnAnswer = AnswerParts & { readonly threadId: string | null }

async function sendTurn(
  { configuration, headers, send }: Endpoint,
  variables: TemplateVariables,
  signal: AbortSignal,
): Promise<Result<TurnAnswer>> {
  const started = performance.now()
  const url = renderAddress(configuration.url, variables)
  const init = { ...toInit(configuration, headers, variables), signal }
  const response = await sendToTarget(send, { url, init })
  if (!response.ok) return response
  const events = await readEvents(response.value, configuration, started)
  if (!events.ok) return events
  const decoded = decodeEvents(events.value.events, configuration)
  if (!decoded.ok) return decoded
  return ok({
    ...decoded.value,
    latencyMs: performance.now() - started,
    ...(configuration.stream === 'none' ? {} : { timeToFirstTokenMs: events.value.firstTokenMs }),
  })
}

function toInit(
  { method, body }: HttpTargetConfiguration,
  headers: Readonly<Record<string, string>>,
  variables: TemplateVariables,
): RequestInit {
  if (method === 'GET' || body === undefined) return { method, headers: { ...headers } }
  const rendered = renderBody(body, variables)
  const named = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')
  return {
    method,
    headers: named ? { ...headers } : { 'content-type': 'application/json', ...headers },
    body: typeof rendered === 'string' ? rendered : JSON.stringify(rendered),
  }
}

interface ReadEvents {
  readonly events: readonly unknown[]
  readonly firstTokenMs: number | null
}

async function readEvents(
  response: Response,
  configuration: HttpTargetConfiguration,
  started: number,
): Promise<Result<ReadEvents>> {
  const { stream, deltaPath, url } = configuration
  const bytes = response.body ?? new ReadableStream<Uint8Array>()
  const texts =
    stream === 'none'
      ? [await response.text()]
      : stream === 'sse'
        ? readServerSentEvents(bytes)
        : readJsonLines(bytes)
  const events: unknown[] = []
  let firstTokenMs: number | null = null
  for await (const text of texts) {
    if (text.trim() === '[DONE]') break
    const event = parseEvent(text, stream !== 'none' && deltaPath === '$')
    if (!event.ok)
      return fail(
        createError('ASSAY-4004', { where: `${url}: the answer is not JSON`, detail: preview(text) }),
      )
    events.push(event.value)
    if (
      stream !== 'none' &&
      queryJson(deltaPath, event.value).some((delta) => typeof delta === 'string' && delta !== '')
    )
      firstTokenMs ??= performance.now() - started
  }
  return ok({ events, firstTokenMs })
}

/** With `deltaPath: $` an event may be bare text. */
function parseEvent(text: string, textAllowed: boolean): Result<unknown, null> {
  try {
    return ok(JSON.parse(text))
  } catch {
    return textAllowed ? ok(text) : fail(null)
  }
}
