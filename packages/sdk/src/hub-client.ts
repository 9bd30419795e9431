import {
  endpoints,
  problemSchema,
  type Endpoint,
  type EndpointAnswer,
  type EndpointId,
  type EndpointInput,
  type Problem,
} from '@assay/contracts/hub'

/** A request the hub refused, or that did not reach it (`problem.code` ASSAY-9014). */
export class HubError extends Error {
  readonly problem: Problem
  /** From Retry-After: how long the hub asks to wait; `null`: it does not say. */
  readonly retryAfterMs: number | null
  constructor(problem: Problem, options: ErrorOptions & { readonly retryAfterMs?: number | null } = {}) {
    super(problem.detail ?? problem.title, options)
    this.name = 'HubError'
    this.problem = problem
    this.retryAfterMs = options.retryAfterMs ?? null
  }
}

export interface HubClientOptions {
  /** Address of the hub, such as `https://assay.example`; empty in the hub's own pages. */
  readonly url: string
  /** API key; absent in a browser that is signed in. */
  readonly key?: string | undefined
  /** Default: the platform's. */
  readonly fetch?: typeof fetch | undefined
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined
  /** Revision that was read, for changes that must not go over somebody else's. */
  readonly revision?: number | undefined
  /** The same key makes the same request only once. */
  readonly idempotencyKey?: string | undefined
}

type Endpoints = typeof endpoints
type Input<K extends EndpointId> = EndpointInput<Endpoints[K]>

/** Input may be left out where an endpoint takes none. */
type Arguments<K extends EndpointId> =
  unknown extends Input<K>
    ? [input?: Record<string, never>, options?: CallOptions]
    : [input: Input<K>, options?: CallOptions]

/** Every endpoint of the hub as a method: path parameters, `query` and `body` in one object. Rejects with a `HubError`. */
export type HubClient = {
  readonly [K in EndpointId]: (...args: Arguments<K>) => Promise<EndpointAnswer<Endpoints[K]>>
}

/** A client of the hub, made from its contracts. */
export function createHubClient(options: HubClientOptions): HubClient {
  const methods = Object.entries(endpoints).map(([id, endpoint]) => [
    id,
    (input: RequestInput = {}, call: CallOptions = {}) => callEndpoint(options, endpoint, input, call),
  ])
  return Object.fromEntries(methods) as HubClient
}

type RequestInput = Readonly<Record<string, unknown>>

/** Path and query of a call, below the hub's address. */
export function hubPath(id: EndpointId, input: RequestInput = {}): string {
  return pathOf(endpoints[id], input)
}

async function callEndpoint(
  { url, key, fetch: send = fetch }: HubClientOptions,
  endpoint: Endpoint,
  input: RequestInput,
  { signal, revision, idempotencyKey }: CallOptions,
): Promise<unknown> {
  const headers: Record<string, string> = { accept: endpoint.mediaType ?? 'application/json' }
  if (key !== undefined) headers['authorization'] = `Bearer ${key}`
  if (input['body'] !== undefined) headers['content-type'] = 'application/json'
  if (revision !== undefined) headers['if-match'] = `"${revision}"`
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey
  const response = await send(`${url.replace(/\/$/, '')}${pathOf(endpoint, input)}`, {
    method: endpoint.method,
    headers,
    ...(input['body'] === undefined ? {} : { body: JSON.stringify(input['body']) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted === true) throw error
    throw new HubError(unreachable(url, error), { cause: error })
  })
  if (!response.ok) throw new HubError(await readProblem(response), { retryAfterMs: retryAfterOf(response) })
  if (response.status === 204) return undefined
  return endpoint.mediaType === undefined ? response.json() : response.text()
}

function pathOf(endpoint: Endpoint, input: RequestInput): string {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input[name])),
  )
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input['query'] ?? {}))
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  return `/api/v1${path}${query.size === 0 ? '' : `?${query.toString()}`}`
}

async function readProblem(response: Response): Promise<Problem> {
  const text = await response.text()
  try {
    return problemSchema.parse(JSON.parse(text))
  } catch {
    return {
      type: 'about:blank',
      title: 'The answer is not one of a hub',
      status: response.status,
      code: 'ASSAY-9014',
      detail: `status ${response.status} from ${new URL(response.url).host}`,
      requestId: response.headers.get('x-request-id') ?? '',
    }
  }
}

/** Of the header's form in seconds (RFC 9110 §10.2.3), the one a hub sends. */
function retryAfterOf({ headers }: Response): number | null {
  const text = headers.get('retry-after') ?? ''
  return /^\d+$/.test(text) ? Number(text) * 1000 : null
}

const unreachable = (url: string, error: unknown): Problem => ({
  type: 'about:blank',
  title: 'The hub could not be reached',
  status: 503,
  code: 'ASSAY-9014',
  detail: error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : '',
  where: url,
  requestId: '',
})
