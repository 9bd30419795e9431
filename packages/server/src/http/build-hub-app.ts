import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Handlers } from '../hub.ts'
import { buildApi } from './build-app.ts'
import { describeApi } from './describe-api.ts'
import { renderApiPage } from './render-api-page.ts'
import type { RequestPorts } from './request-ports.ts'
import { securityHeaders } from './security-headers.ts'
import { createRequestCounts, serveHealth } from './serve-health.ts'
import { servePages } from './serve-pages.ts'

/** Bytes of a sign-in; nothing below `/api/auth` needs more. */
const maxIdentityBytes = 20_000

/** Everything the hub serves: API, identity, documentation, health, pages. */
export function buildHubApp(ports: RequestPorts, handlers: Partial<Handlers>): Hono {
  const { hub } = ports
  const counts = createRequestCounts()
  const app = new Hono()
  app.use('*', async (http, next) => {
    const started = performance.now()
    await next()
    counts.count(http.req.method, http.res.status, (performance.now() - started) / 1000)
  })
  app.use('*', securityHeaders(hub.settings))
  const document = describeApi(hub.settings.version)
  app.route('/', serveHealth(hub, counts))
  app.on(['GET', 'POST'], '/api/auth/*', bodyLimit({ maxSize: maxIdentityBytes }), (http) =>
    hub.identity.handle(http.req.raw, ports.readAddress(http)),
  )
  app.get('/api/openapi.json', (http) => http.json(document))
  app.get('/api/docs', (http) => http.html(renderApiPage(document, new URL(http.req.url).origin)))
  app.route('/api/v1', buildApi(ports, handlers))
  if (hub.settings.pagesFolder !== null) app.route('/', servePages(hub.settings.pagesFolder))
  return app
}
