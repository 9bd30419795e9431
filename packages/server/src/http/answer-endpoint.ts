import type { Context } from 'hono'
import type { Endpoint, EndpointId } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import type { FileAnswer, HandlerContext } from '../hub.ts'
import { readIdempotency } from './answer-once.ts'
import { authorize, projectRights, type Standing } from './authorize.ts'
import { checkOrigin } from './check-origin.ts'
import { performCall } from './perform-call.ts'
import { parseInput, readParameters, readRevision } from './read-request.ts'
import type { RequestPorts } from './request-ports.ts'

/** A handler without its types: the route knows them by its endpoint's row. */
export interface AnyHandler {
  (request: never, context: HandlerContext): Promise<Result<unknown>>
  prepare?(request: never): Promise<void>
}

export interface Route {
  readonly id: EndpointId
  readonly endpoint: Endpoint
  readonly handler: AnyHandler
}

export interface Answer {
  readonly status: number
  readonly value: unknown
  readonly etag: string | null
}

export const isFileAnswer = (value: unknown): value is FileAnswer =>
  typeof value === 'object' && value !== null && 'file' in value && Object.keys(value).length === 1

/** From a request to its answer: who, may they, what, do it. Throws `InvalidRequest` for input that does not fit. */
export async function answerEndpoint(
  ports: RequestPorts,
  { id, endpoint, handler }: Route,
  http: Context,
): Promise<Result<Answer>> {
  const params = readParameters(http.req.param())
  if (!params.ok) return params
  const projectId = params.value['projectId'] ?? null
  const address = ports.readAddress(http)
  const standing = await readAllowed(ports, endpoint, { request: http.req.raw, address, projectId })
  if (!standing.ok) return standing
  const { caller } = standing.value
  const input = parseInput(endpoint, http.req.query(), await readBody(endpoint, http))
  const revision = endpoint.revision === 'required' ? readRevision(http.req.header('if-match')) : ok(null)
  if (!revision.ok) return revision
  const asked = { id, params: params.value, ...input, revision: revision.value }
  const idempotency = readIdempotency(http.req.header('idempotency-key'), endpoint, asked)
  if (!idempotency.ok) return idempotency
  const request = { params: params.value, ...input } as never
  await handler.prepare?.(request)
  const done = await performCall(ports, {
    id,
    endpoint,
    caller,
    projectId,
    rights: caller === null ? new Set() : projectRights(caller, standing.value),
    revision: revision.value,
    signal: http.req.raw.signal,
    address,
    idempotency: idempotency.value,
    work: (context) => handler(request, context),
  })
  return done.ok ? ok(toAnswer(endpoint, done.value)) : done
}

/** Who asks, how often, from which page, and whether they may. A key that does not count is a stranger to the limits. */
async function readAllowed(
  ports: RequestPorts,
  { access }: Endpoint,
  asked: { readonly request: Request; readonly address: string | null; readonly projectId: string | null },
): Promise<Result<Standing>> {
  const { request, address, projectId } = asked
  const caller = await ports.readCaller(request)
  const limited = ports.limit(caller.ok ? caller.value : null, address)
  if (!limited.ok) return limited
  if (!caller.ok) return caller
  const origin = checkOrigin(ports.hub.settings, request, caller.value?.by ?? 'nobody')
  if (!origin.ok) return origin
  const standing = await ports.readStanding(caller.value, projectId)
  const allowed = authorize(access, standing)
  return allowed.ok ? ok(standing) : allowed
}

function toAnswer(endpoint: Endpoint, value: unknown): Answer {
  const revision =
    endpoint.revision !== undefined && typeof value === 'object' && value !== null
      ? Reflect.get(value, 'revision')
      : null
  return {
    status: value === undefined ? 204 : (endpoint.status ?? 200),
    value,
    etag: typeof revision === 'number' ? `"${revision}"` : null,
  }
}

async function readBody(endpoint: Endpoint, http: Context): Promise<unknown> {
  if (endpoint.body === undefined) return undefined
  try {
    return await http.req.json()
  } catch {
    return undefined
  }
}

export const notThere = (where: string): Result<never> => fail(createError('ASSAY-9003', { where }))
