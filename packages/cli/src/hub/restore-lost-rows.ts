import {
  createError,
  fail,
  ok,
  type RawRow,
  type RawRunRows,
  type Result,
  type RunStore,
  type RunTable,
} from '@assay/core'
import { type HubAccess, withTimeout } from './open-hub.ts'
import { sendingOrder, type RunSender } from './run-sender.ts'
import { toAssayError } from './to-assay-error.ts'

/** Rows of one request; a hub gives no more than 5,000. */
const pageRows = 1_000

/**
 * Appends what the hub has and the folder lacks, whatever became of it here: rows of a second before a power cut, or
 * those of another machine that went on with the run. Returns how many. The folder must be a beginning of what the hub has.
 */
export async function restoreLostRows(
  hub: HubAccess,
  store: RunStore,
  { sender, raw }: { readonly sender: RunSender; readonly raw: RawRunRows },
): Promise<Result<number>> {
  let restored = 0
  for (const table of sendingOrder) {
    for (let line = await raw.count(table); line < sender.sent(table);) {
      const rows = await readHubRows(hub, { runId: store.manifest.id, table, from: line, limit: pageRows })
      if (!rows.ok) return rows
      if (rows.value.length === 0) break
      await appendRaw(store, table, rows.value)
      line += rows.value.length
      restored += rows.value.length
    }
  }
  return ok(restored)
}

/** Hands rows of any schema to the store, in their order. */
export async function appendRaw(
  store: Pick<RunStore, 'append'>,
  table: RunTable,
  rows: readonly RawRow[],
): Promise<void> {
  // The store writes a row as it comes; whoever reads the folder holds it to its schema.
  await Promise.all(rows.map((row) => store.append(table, row as never)))
}

export interface HubRows {
  readonly runId: string
  readonly table: RunTable
  readonly from: number
  readonly limit: number
}

/** One page of a table as the hub keeps it. */
export async function readHubRows(
  hub: HubAccess,
  { runId, table, from, limit }: HubRows,
  signal?: AbortSignal,
): Promise<Result<readonly RawRow[]>> {
  const project = await hub.findProject(signal)
  if (!project.ok) return project
  try {
    const place = { projectId: project.value.id, runId }
    const text = await hub.client.readRows(
      { ...place, query: { table, from, limit } },
      { signal: withTimeout(signal) },
    )
    const rows: RawRow[] = []
    for (const line of text.split('\n')) {
      if (line.trim() === '') continue
      const row: unknown = JSON.parse(line)
      if (!isRow(row)) throw new SyntaxError('it is no object')
      rows.push(row)
    }
    return ok(rows)
  } catch (error) {
    if (error instanceof SyntaxError)
      return fail(
        createError('ASSAY-9014', {
          message: 'The answer is not one of a hub',
          where: `${hub.url}: ${table}, row ${from} and behind`,
          detail: error.message,
        }),
      )
    return fail(toAssayError(error, hub.url))
  }
}

const isRow = (value: unknown): value is RawRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
