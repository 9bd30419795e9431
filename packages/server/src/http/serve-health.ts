import { Hono } from 'hono'
import { sql } from 'kysely'
import type { Hub } from '../hub.ts'

/** `/healthz`: the process answers. `/readyz`: so do its databases, each really asked. `/metrics`: Prometheus text. */
export function serveHealth(hub: Hub, counts: RequestCounts): Hono {
  const health = new Hono()
  health.get('/healthz', (http) => http.json({ status: 'up', version: hub.settings.version }))
  health.get('/readyz', async (http) => {
    const [control, facts] = await Promise.all([works(askControl(hub)), works(askFacts(hub))])
    const isReady = control && facts
    return http.json({ status: isReady ? 'ready' : 'not ready', control, facts }, isReady ? 200 : 503)
  })
  health.get('/metrics', (http) =>
    http.text(renderMetrics(counts), 200, { 'content-type': 'text/plain; version=0.0.4' }),
  )
  return health
}

export interface RequestCounts {
  count(method: string, status: number, seconds: number): void
  rows(): readonly {
    readonly method: string
    readonly status: number
    readonly requests: number
    readonly seconds: number
  }[]
}

export function createRequestCounts(): RequestCounts {
  const byKey = new Map<string, { method: string; status: number; requests: number; seconds: number }>()
  return {
    count(method, status, seconds) {
      const key = `${method} ${status}`
      const row = byKey.get(key) ?? { method, status, requests: 0, seconds: 0 }
      row.requests += 1
      row.seconds += seconds
      byKey.set(key, row)
    },
    rows: () => [...byKey.values()],
  }
}

const askControl = ({ control }: Hub): Promise<unknown> => sql`select 1`.execute(control)

async function askFacts({ facts }: Hub): Promise<unknown> {
  const answer = await facts.query({ query: 'select 1', format: 'JSONEachRow' })
  return answer.json()
}

const works = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    () => true,
    () => false,
  )

function renderMetrics(counts: RequestCounts): string {
  const memory = process.memoryUsage()
  const rows = counts.rows()
  return [
    '# TYPE assay_http_requests_total counter',
    ...rows.map(
      (row) => `assay_http_requests_total{method="${row.method}",status="${row.status}"} ${row.requests}`,
    ),
    '# TYPE assay_http_request_seconds_total counter',
    ...rows.map(
      (row) =>
        `assay_http_request_seconds_total{method="${row.method}",status="${row.status}"} ${row.seconds.toFixed(6)}`,
    ),
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${memory.rss}`,
    '# TYPE process_uptime_seconds gauge',
    `process_uptime_seconds ${process.uptime().toFixed(3)}`,
    '',
  ].join('\n')
}
