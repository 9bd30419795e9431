import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { endpoints, type EndpointId } from '@assay/contracts/hub'
import { AssayFailure, createError } from '@assay/core'
import { createId } from '@assay/core/runs'
import type { AssayError } from '@assay/contracts'
import type { Handlers } from '../hub.ts'
import { answerEndpoint, isFileAnswer, type Answer, type Route } from './answer-endpoint.ts'
import { InvalidRequest } from './read-request.ts'
import type { RequestPorts } from './request-ports.ts'
import { toHubError } from './to-hub-error.ts'
import { toProblem, type FieldFault } from './to-problem.ts'

/** Bytes of a request's body; imports are the largest. */
const maxBodyBytes = 64_000_000

/** The API: every endpoint of the contract that has a handler, and nothing else. */
export function buildApi(ports: RequestPorts, handlers: Partial<Handlers>): Hono {
  const api = new Hono()
  api.use('*', async (http, next) => {
    http.header('x-request-id', requestIdOf(http, ports))
    await next()
  })
  api.use(
    '*',
    bodyLimit({ maxSize: maxBodyBytes, onError: (http) => sendProblem(http, createError('ASSAY-9008')) }),
  )
  for (const route of routesOf(handlers))
    api.on(route.endpoint.method, route.endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1'), (http) =>
      serve(ports, route, http),
    )
  // Below another app a `notFound` of its own is never asked.
  api.all('*', (http) => sendProblem(http, createError('ASSAY-9003', { where: http.req.path })))
  api.onError((error, http) => {
    process.stderr.write(`${http.res.headers.get('x-request-id')} ${error.stack ?? error.message}\n`)
    return sendProblem(http, toHubError(error))
  })
  return api
}

/** Fixed paths before those with parameters in the same place. */
function routesOf(handlers: Partial<Handlers>): readonly Route[] {
  const routes: Route[] = []
  for (const [key, handler] of Object.entries(handlers)) {
    const id = key as EndpointId
    routes.push({ id, endpoint: endpoints[id], handler })
  }
  return routes.toSorted((a, b) => a.endpoint.path.split('{').length - b.endpoint.path.split('{').length)
}

async function serve(ports: RequestPorts, route: Route, http: Context): Promise<Response> {
  try {
    const answered = await answerEndpoint(ports, route, http)
    return answered.ok ? send(http, answered.value) : sendProblem(http, answered.error)
  } catch (error) {
    if (error instanceof InvalidRequest) return sendProblem(http, error.error, error.fields)
    if (error instanceof AssayFailure) return sendProblem(http, error.error)
    throw error
  }
}

function send(http: Context, { status, value, etag }: Answer): Response {
  if (etag !== null) http.header('etag', etag)
  http.header('cache-control', 'no-store')
  if (isFileAnswer(value)) {
    const { name, mediaType, body } = value.file
    http.header('content-type', mediaType)
    if (name !== '')
      http.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    return http.body(ReadableStream.from<Uint8Array>(encoded(body)))
  }
  return value === undefined ? http.body(null, 204) : http.json(value, status as 200)
}

async function* encoded(body: AsyncIterable<string | Uint8Array>): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const part of body) yield typeof part === 'string' ? encoder.encode(part) : part
}

function sendProblem(http: Context, error: AssayError, fields?: readonly FieldFault[]): Response {
  const problem = toProblem(error, http.res.headers.get('x-request-id') ?? '', fields)
  if (error.retryAfterMs !== undefined)
    http.header('retry-after', String(Math.ceil(error.retryAfterMs / 1000)))
  if (problem.status === 401) http.header('www-authenticate', 'Bearer')
  http.header('cache-control', 'no-store')
  http.header('content-type', 'application/problem+json')
  return http.body(JSON.stringify(problem), problem.status as 400)
}

function requestIdOf(http: Context, { hub }: RequestPorts): string {
  const given = http.req.header('x-request-id')
  return given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : createId(hub.clock, hub.random)
}
