import type { AddressInfo } from 'node:net'
import { serve, type Http2Bindings, type HttpBindings, type ServerType } from '@hono/node-server'
import { createError, fail, ok, type Result } from '@assay/core'
import { openHub } from './compose.ts'
import { summariseDue } from './evaluations/close-run.ts'
import { allHandlers } from './handlers/all-handlers.ts'
import { buildHubApp } from './http/build-hub-app.ts'
import { createRequestPorts } from './http/create-request-ports.ts'
import { hubOrigin } from './http/hub-origin.ts'
import type { Hub } from './hub.ts'
import { createRecoveryLink } from './identity/create-recovery-link.ts'
import { createServiceKey } from './identity/create-service-key.ts'
import { createSetupToken } from './identity/create-setup-token.ts'
import { settleWaitingReviews } from './reviews/on-evaluation-finished.ts'
import type { HubSettings } from './settings.ts'

export interface RunningHub {
  readonly hub: Hub
  readonly url: string
  /** Where the first person is made, by a link that works once; `null`: there is one. */
  readonly setupUrl: string | null
  /** For people: "PGlite, chdb". */
  readonly engines: string
  /** Resolves when nobody asked for as long as the settings say; else never. */
  readonly idle: Promise<void>
  /** A key of an hour for who started the hub in its own process. */
  makeServiceKey(name: string): Promise<string>
  /** A link of an hour by which an owner who cannot sign in sets a new password. */
  recoverOwner(email: string): Promise<Result<string>>
  /** Lets requests in flight end, asks workers to stop, closes the databases. */
  close(): Promise<void>
}

/** Opens the hub, listens, begins to work. `onProgress` hears what takes long at a first start. */
export async function startHub(
  given: HubSettings,
  onProgress: (step: string) => void = () => {},
): Promise<Result<RunningHub>> {
  const listener = await reservePort(given)
  if (!listener.ok) return listener
  const settings = { ...given, port: listener.value.port }
  const opened = await openHub(settings, onProgress)
  if (!opened.ok) {
    await listener.value.close()
    return opened
  }
  const { hub, jobs, engines } = opened.value
  const app = buildHubApp(createRequestPorts(hub), allHandlers)
  const visits = watchVisits(settings.stopWhenIdleMinutes)
  listener.value.answerWith((request, env) => {
    visits.met()
    return app.fetch(request, env)
  })
  await settleWaitingReviews(hub)
  await jobs.start(loopbackUrl(settings))
  await summariseDue(hub)
  const token = await createSetupToken({ control: hub.control, at: new Date(hub.clock.now()).toISOString() })
  const url = hubOrigin(settings)
  return ok({
    hub,
    url,
    engines,
    idle: visits.idle,
    setupUrl: token === null ? null : `${url}/setup?token=${token}`,
    makeServiceKey: (name) => createServiceKey(hub, name),
    recoverOwner: (email) => createRecoveryLink(hub, email),
    close: async () => {
      await listener.value.close()
      await hub.close()
    },
  })
}

/** Says when the last visit is long past. Does not keep the process alive by itself. */
function watchVisits(minutes: number | null): { readonly idle: Promise<void>; met(): void } {
  const { promise: idle, resolve } = Promise.withResolvers<void>()
  if (minutes === null) return { idle, met: () => {} }
  const timer = setTimeout(resolve, minutes * 60_000).unref()
  return { idle, met: () => void timer.refresh() }
}

type Fetch = (request: Request, env: HttpBindings | Http2Bindings) => Response | Promise<Response>

interface Listener {
  readonly port: number
  answerWith(fetch: Fetch): void
  close(): Promise<void>
}

/** Listens before anything is opened: a port that is taken is said at once, and early visitors are told to wait. */
function reservePort({ host, port }: HubSettings): Promise<Result<Listener>> {
  let answer: Fetch = () =>
    new Response('The hub is starting.\n', { status: 503, headers: { 'retry-after': '2' } })
  return new Promise((resolve) => {
    const server = serve(
      { fetch: (request, env) => answer(request, env), hostname: host, port },
      (info: AddressInfo) =>
        resolve(
          ok({
            port: info.port,
            answerWith: (fetch) => void (answer = fetch),
            close: () => closeServer(server),
          }),
        ),
    )
    server.on('error', (error: NodeJS.ErrnoException) =>
      resolve(
        fail(
          createError('ASSAY-1001', {
            message:
              error.code === 'EADDRINUSE'
                ? `Port ${port} is in use`
                : `The hub cannot listen: ${error.message}`,
            where: `${host}:${port}`,
            fix: 'name another with --port',
          }),
        ),
      ),
    )
  })
}

/** Open streams of events would hold it for ever: after a moment they are cut. */
function closeServer(server: ServerType): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed())
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 1_000).unref()
  })
}

/** How a worker on this machine reaches the hub, whatever address people use. */
const loopbackUrl = ({ host, port }: HubSettings): string =>
  `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`
