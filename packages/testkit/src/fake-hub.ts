import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { endpoints, type Endpoint, type EndpointId } from '@assay/contracts/hub'
import { answerData } from './fake-hub-data.ts'
import { answerRuns } from './fake-hub-runs.ts'
import { createFakeHubState, type FakeHubState, type FakeRequest, type FakeAnswer } from './fake-hub-state.ts'

export interface FakeHub {
  readonly url: string
  readonly state: FakeHubState
  /** Ends all connections and refuses new ones; the data stays. */
  stop(): Promise<void>
  /** Listens again at the same address. */
  start(): Promise<void>
}

/**
 * A hub in memory, made from the contract: what does not fit an endpoint's schema is refused as by the real one. Key
 * `assay_test`, one project. `state.failing` makes it answer with a status instead.
 */
export async function startFakeHub(): Promise<FakeHub> {
  const state = createFakeHubState()
  let server = await listen(state, 0)
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}`,
    state,
    stop: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
    start: async () => {
      server = await listen(state, port)
    },
  }
}

async function listen(state: FakeHubState, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    serve(state, request, response).catch((error: unknown) => response.destroy(error as Error))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return server
}

async function serve(state: FakeHubState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = await readBody(request)
  const url = new URL(request.url ?? '/', 'http://hub')
  const route = findRoute(request.method ?? 'GET', url.pathname.replace(/^\/api\/v1/, ''))
  state.requests.push({ id: route?.id ?? null, text })
  const failing = state.failing(route?.id ?? null)
  if (failing === 'hang') return
  if (failing !== null)
    return send(response, problem(failing.status, failing.code), { 'retry-after': failing.retryAfter })
  if (route === null) return send(response, problem(404, 'ASSAY-9003'))
  if (route.endpoint.access !== 'public' && request.headers.authorization !== `Bearer ${state.key}`)
    return send(response, problem(401, 'ASSAY-9001'))
  if (route.params['projectId'] !== undefined && route.params['projectId'] !== state.project.id)
    return send(response, problem(404, 'ASSAY-9003'))
  const asked = readRequest(route, url, text)
  if (asked === null) return send(response, problem(422, 'ASSAY-9006'))
  const ifMatch = request.headers['if-match']?.replaceAll('"', '')
  const answer =
    answerRuns(state, { ...asked, ifMatch }) ??
    answerData(state, { ...asked, ifMatch }) ??
    problem(404, 'ASSAY-9003')
  send(response, answer)
}

interface FoundRoute {
  readonly id: EndpointId
  readonly endpoint: Endpoint
  readonly params: Readonly<Record<string, string>>
}

function findRoute(method: string, path: string): FoundRoute | null {
  const rows = Object.entries(endpoints as Readonly<Record<string, Endpoint>>)
  for (const [id, endpoint] of rows.toSorted(([, a], [, b]) => holes(a) - holes(b))) {
    if (endpoint.method !== method) continue
    const form = new RegExp(`^${endpoint.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)
    const match = form.exec(path)
    if (match === null) continue
    const params = Object.entries(match.groups ?? {}).map(([key, value]) => [key, decodeURIComponent(value)])
    return { id: id as EndpointId, endpoint, params: Object.fromEntries(params) }
  }
  return null
}

const holes = ({ path }: Endpoint): number => path.split('{').length

function readRequest({ id, endpoint, params }: FoundRoute, url: URL, text: string): FakeRequest | null {
  const query = endpoint.query?.safeParse(Object.fromEntries(url.searchParams))
  const body = endpoint.body?.safeParse(text === '' ? undefined : JSON.parse(text))
  if (query?.success === false || body?.success === false) return null
  return { id, params, query: toRecord(query?.data), body: toRecord(body?.data) }
}

const toRecord = (value: unknown): Record<string, unknown> => ({ ...(value as object | undefined) })

const problem = (status: number, code: string): FakeAnswer => ({
  status,
  json: { type: 'about:blank', title: `Status ${status}`, status, code, requestId: 'request-1' },
})

function send(
  response: ServerResponse,
  answer: FakeAnswer,
  headers: Readonly<Record<string, string | undefined>> = {},
): void {
  const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined)
  response.writeHead(answer.status, {
    'content-type': answer.text === undefined ? 'application/json' : 'text/plain',
    ...Object.fromEntries(given),
  })
  response.end(answer.text ?? JSON.stringify(answer.json))
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
