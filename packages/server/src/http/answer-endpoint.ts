import type { Context } from 'hono'
import type { Endpoint, EndpointId } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import type { AuditNote, Caller, FileAnswer, HandlerContext, Hub } from '../hub.ts'
import { authorize, type Standing } from './authorize.ts'
import { parseInput, readParameters, readRevision } from './read-request.ts'

/** A handler without its types: the route knows them by its endpoint's row. */
export type AnyHandler = (request: never, context: HandlerContext) => Promise<Result<unknown>>

export interface Route {
  readonly id: EndpointId
  readonly endpoint: Endpoint
  readonly handler: AnyHandler
}

/** What the pipeline needs to know of who asks; given by the identity's own files. */
export interface RequestPorts {
  readonly hub: Hub
  readCaller(request: Request): Promise<Result<Caller | null>>
  readStanding(caller: Caller | null, projectId: string | null): Promise<Standing>
  writeAudit(entry: AuditDraft, context: Pick<HandlerContext, 'control'>): Promise<void>
}

export interface AuditDraft {
  readonly action: string
  readonly at: string
  readonly caller: Caller | null
  readonly projectId: string | null
  readonly address: string | null
  readonly note: AuditNote
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
  const caller = await ports.readCaller(http.req.raw)
  if (!caller.ok) return caller
  const allowed = authorize(endpoint.access, await ports.readStanding(caller.value, projectId))
  if (!allowed.ok) return allowed
  const input = parseInput(endpoint, http.req.query(), await readBody(endpoint, http))
  const revision = endpoint.revision === 'required' ? readRevision(http.req.header('if-match')) : ok(null)
  if (!revision.ok) return revision
  const call: Call = {
    id,
    endpoint,
    caller: caller.value,
    projectId,
    revision: revision.value,
    signal: http.req.raw.signal,
    address: addressOf(http),
    work: (context) => handler({ params: params.value, ...input } as never, context),
  }
  const done = await (endpoint.method === 'GET' || endpoint.unaudited === true ? readOnly : changing)(
    ports,
    call,
  )
  return done.ok ? ok(toAnswer(endpoint, done.value)) : done
}

interface Call extends Pick<HandlerContext, 'caller' | 'revision' | 'signal' | 'address'> {
  readonly id: string
  readonly endpoint: Endpoint
  readonly projectId: string | null
  readonly work: (context: HandlerContext) => Promise<Result<unknown>>
}

async function readOnly({ hub }: RequestPorts, call: Call): Promise<Result<unknown>> {
  const later: Later = []
  const done = await call.work({ ...contextOf(hub, call, later), control: hub.control, audit: () => {} })
  if (done.ok) await runAll(later)
  return done
}

type Later = (() => void | Promise<void>)[]

/** A failed Result must undo what was written before it, so it travels as an exception through the transaction. */
class RolledBack extends Error {
  readonly result: Result<never>
  constructor(result: Result<never>) {
    super('rolled back')
    this.result = result
  }
}

async function changing(ports: RequestPorts, call: Call): Promise<Result<unknown>> {
  const { hub } = ports
  const later: Later = []
  try {
    const value = await hub.control.transaction().execute(async (control) => {
      let note: AuditNote = { kind: call.endpoint.tag, id: call.projectId ?? call.id }
      const context = {
        ...contextOf(hub, call, later),
        control,
        audit: (given: AuditNote) => void (note = given),
      }
      const done = await call.work(context)
      if (!done.ok) throw new RolledBack(done)
      const { caller, address, projectId } = call
      await ports.writeAudit(
        { action: call.id, at: context.at, caller, address, projectId, note },
        { control },
      )
      return done.value
    })
    await runAll(later)
    return ok(value)
  } catch (error) {
    if (error instanceof RolledBack) return error.result
    throw error
  }
}

const contextOf = (hub: Hub, call: Call, later: Later): Omit<HandlerContext, 'control' | 'audit'> => ({
  hub,
  caller: call.caller,
  revision: call.revision,
  signal: call.signal,
  address: call.address,
  at: new Date(hub.clock.now()).toISOString(),
  afterCommit: (work) => void later.push(work),
})

async function runAll(later: Later): Promise<void> {
  for (const work of later) await work()
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

/** Of the socket; a proxy's word is taken only where the hub is told to trust it. */
function addressOf(http: Context): string | null {
  const incoming: unknown = Reflect.get(http.env ?? {}, 'incoming')
  const socket: unknown =
    typeof incoming === 'object' && incoming !== null ? Reflect.get(incoming, 'socket') : null
  const address: unknown =
    typeof socket === 'object' && socket !== null ? Reflect.get(socket, 'remoteAddress') : null
  return typeof address === 'string' ? address : null
}

export const notThere = (where: string): Result<never> => fail(createError('ASSAY-9003', { where }))
