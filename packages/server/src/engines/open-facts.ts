import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createClient, type ClickHouseClient, type ClickHouseClientConfigOptions } from '@clickhouse/client'
import { createError, fail, ok, type Result } from '@assay/core'

/** Bounds of every query: a slow one fails, the hub stays up. */
const limits = { max_execution_time: 60, max_memory_usage: '1500000000' } as const

/** ClickHouse at the address, else chdb in the data folder. Fails with ASSAY-9011. */
export async function openFacts(
  dataFolder: string,
  clickhouseUrl: string | null,
): Promise<Result<ClickHouseClient>> {
  try {
    const client = clickhouseUrl === null ? await openEmbedded(dataFolder) : openServer(clickhouseUrl)
    const answer = await client.ping()
    if (!answer.success) throw answer.error
    return ok(client)
  } catch (error) {
    return fail(
      createError('ASSAY-9011', { where: clickhouseUrl ?? join(dataFolder, 'facts'), detail: String(error) }),
    )
  }
}

async function openEmbedded(dataFolder: string): Promise<ClickHouseClient> {
  const path = join(dataFolder, 'facts')
  await mkdir(path, { recursive: true })
  const { createChdbConnection } = await import('chdb/connection')
  // chdb was built against client-common, whose classes the client bundles a second time: alike in shape, not in name.
  const connection = createChdbConnection({ path }) as unknown as NonNullable<
    ClickHouseClientConfigOptions['connection']
  >
  return createClient({ connection, clickhouse_settings: limits })
}

const openServer = (url: string): ClickHouseClient =>
  createClient({ url, clickhouse_settings: limits, request_timeout: 90_000 })
