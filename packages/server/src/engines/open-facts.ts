import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  ClickHouseLogLevel,
  createClient,
  type ClickHouseClient,
  type ClickHouseClientConfigOptions,
} from '@clickhouse/client'
import { createError, fail, ok, type Result } from '@assay/core'

/** Bounds of every query that names none itself: a slow one fails, the hub stays up. Always the same: the embedded engine keeps them from one query to the next. */
const limits = { max_execution_time: 60, max_memory_usage: '1500000000' } as const

/** ClickHouse at the address, else chdb in the data folder. Fails with ASSAY-9011. */
export async function openFacts(
  dataFolder: string,
  clickhouseUrl: string | null,
): Promise<Result<ClickHouseClient>> {
  try {
    const client = clickhouseUrl === null ? await openEmbedded(dataFolder) : openServer(clickhouseUrl)
    const answer = await client.ping({ select: true })
    if (!answer.success) {
      await client.close()
      throw answer.error
    }
    return ok(client)
  } catch (error) {
    const where = clickhouseUrl === null ? join(dataFolder, 'facts') : withoutPassword(clickhouseUrl)
    return fail(createError('ASSAY-9011', { where, detail: String(error).slice(0, 2_000) }))
  }
}

type Connection = NonNullable<ClickHouseClientConfigOptions['connection']>

/** The engine takes its own settings only from whoever opens it first, so a session does, and the client's connection shares it. */
async function openEmbedded(dataFolder: string): Promise<ClickHouseClient> {
  const path = join(dataFolder, 'facts')
  await mkdir(path, { recursive: true })
  const settings = join(dataFolder, 'facts-engine.xml')
  await writeFile(settings, engineSettings(join(dataFolder, 'backups')), { mode: 0o600 })
  const { Session } = await import('chdb')
  const session = new Session(path, { connectionArgs: [`--config-file=${settings}`] })
  const { createChdbConnection } = await import('chdb/connection')
  const connection = createChdbConnection({ path })
  const closeConnection = connection.close.bind(connection)
  connection.close = async () => {
    await closeConnection()
    session.close()
  }
  // chdb was built against client-common, whose classes the client bundles a second time: alike in shape, not in name.
  return createClient({ connection: connection as unknown as Connection, clickhouse_settings: limits })
}

const openServer = (url: string): ClickHouseClient =>
  createClient({
    url,
    clickhouse_settings: limits,
    request_timeout: 90_000,
    max_open_connections: 20,
    // Failures are answered and counted by whoever asked.
    log: { level: ClickHouseLogLevel.OFF },
  })

/**
 * For one machine beside other programs: memory bounded, caches of some tens of megabytes instead of five gigabytes, no log
 * tables of the engine's own.
 */
const engineSettings = (backupFolder: string): string => `<clickhouse>
  <max_server_memory_usage_to_ram_ratio>0.5</max_server_memory_usage_to_ram_ratio>
  <mark_cache_size>67108864</mark_cache_size>
  <primary_index_cache_size>67108864</primary_index_cache_size>
  <index_mark_cache_size>16777216</index_mark_cache_size>
  <query_condition_cache_size>33554432</query_condition_cache_size>
  <compiled_expression_cache_size>33554432</compiled_expression_cache_size>
  <vector_similarity_index_cache_size>16777216</vector_similarity_index_cache_size>
  <text_index_tokens_cache_size>16777216</text_index_tokens_cache_size>
  <text_index_header_cache_size>16777216</text_index_header_cache_size>
  <text_index_postings_cache_size>16777216</text_index_postings_cache_size>
  <backups><allowed_path>${escapeXml(backupFolder)}</allowed_path></backups>
${ownLogs.map((name) => `  <${name} remove="1"/>`).join('\n')}
</clickhouse>
`

const ownLogs = [
  'query_log',
  'query_thread_log',
  'query_views_log',
  'part_log',
  'text_log',
  'trace_log',
  'metric_log',
  'error_log',
  'latency_log',
  'asynchronous_metric_log',
  'processors_profile_log',
  'opentelemetry_span_log',
  'crash_log',
  'session_log',
]

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'clickhouse'
  const address = new URL(url)
  address.password = ''
  return address.href
}
