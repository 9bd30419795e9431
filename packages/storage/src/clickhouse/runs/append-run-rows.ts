import type { RunTable, RunTables } from '@assay/core'
import { insertFacts } from '../insert-facts.ts'
import type { FactsDatabase } from '../facts-database.ts'
import { toAttemptColumns, toRowColumns, toVerdictColumns } from './run-row-columns.ts'

/** Which run, and in which month its facts lie. */
export interface RunPlace {
  readonly projectId: string
  readonly runId: string
  /** When the hub came to know the run, ISO 8601: the same for all of its rows. */
  readonly at: string
}

/** A row as it was sent, and as it was understood. */
export interface SentRow<T extends RunTable = RunTable> {
  readonly json: string
  readonly row: RunTables[T]
}

export interface RowBatch<T extends RunTable = RunTable> {
  readonly table: T
  /** Line of the first; the first of a table is 0. */
  readonly from: number
  readonly rows: readonly SentRow<T>[]
}

/** Writes rows of one table: all or none, once under the same token. At most `countInsertRows` of them. */
export async function appendRunRows(
  facts: FactsDatabase,
  place: RunPlace,
  batch: RowBatch,
  token: string,
): Promise<void> {
  const { table, from, rows } = batch
  const shared = columnsOf(place)
  await insertFacts(
    facts,
    'run_rows',
    rows.map(({ json, row }, index) => ({
      ...shared,
      tab: table,
      line: from + index,
      ...toRowColumns(table, row),
      row: json,
    })),
    token,
  )
  await appendNarrowRows(facts, place, batch, token)
}

/** The narrow rows of attempts and verdicts alone: nothing for other tables. */
export async function appendNarrowRows(
  facts: FactsDatabase,
  place: RunPlace,
  { table, from, rows }: RowBatch,
  token: string,
): Promise<void> {
  if (table !== 'attempts' && table !== 'verdicts') return
  const shared = columnsOf(place)
  const toNarrow = narrowColumns[table] as (row: RunTables[RunTable]) => object
  await insertFacts(
    facts,
    table,
    rows.map(({ row }, index) => ({ ...shared, line: from + index, ...toNarrow(row) })),
    token,
  )
}

const narrowColumns = { attempts: toAttemptColumns, verdicts: toVerdictColumns }

const columnsOf = ({ projectId, runId, at }: RunPlace) => ({
  project_id: projectId,
  run_id: runId,
  at: Math.floor(Date.parse(at) / 1000),
})
