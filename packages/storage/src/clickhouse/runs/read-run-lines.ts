import { AssayFailure, createError, type RunTable } from '@assay/core'
import { readFacts, readLines, type FactsDatabase } from '../facts-database.ts'
import type { RunPlace } from './append-run-rows.ts'

type RunKey = Pick<RunPlace, 'projectId' | 'runId'>

export interface LineRange {
  readonly table: RunTable
  readonly from: number
  /** The first that is not read any more. */
  readonly to: number
}

/** Rows of a table as they were sent, in the order of their lines. Throws an AssayFailure (6001) where one is missing. */
export async function readRunLines(
  facts: FactsDatabase,
  { projectId, runId }: RunKey,
  { table, from, to }: LineRange,
): Promise<readonly string[]> {
  if (to <= from) return []
  const lines = await readLines(facts, {
    text: `select row from run_rows
      where project_id = {projectId:UUID} and run_id = {runId:UUID} and tab = {table:String}
        and line >= {from:UInt32} and line < {to:UInt32}
      order by line`,
    params: { projectId, runId, table, from, to },
  })
  if (lines.length === to - from) return lines
  throw new AssayFailure(
    createError('ASSAY-6001', {
      where: `run ${runId}, ${table}: ${lines.length} of the lines ${from} to ${to - 1} are there`,
    }),
  )
}

/** Rows of a table that the facts hold. Lines begin at 0 and have no gap, so that the last one tells their number. */
export async function countRunLines(
  facts: FactsDatabase,
  { projectId, runId }: RunKey,
  table: RunTable,
): Promise<number> {
  const [row] = await readFacts<{ rows: number; lines: number }>(facts, {
    text: `select toUInt32(count()) as rows, toUInt32(if(count() = 0, 0, max(line) + 1)) as lines from run_rows
      where project_id = {projectId:UUID} and run_id = {runId:UUID} and tab = {table:String}`,
    params: { projectId, runId, table },
  })
  const { rows, lines } = row ?? { rows: 0, lines: 0 }
  if (rows === lines) return rows
  throw new AssayFailure(
    createError('ASSAY-6001', { where: `run ${runId}, ${table}: ${rows} rows on ${lines} lines` }),
  )
}

/** Lines from one on that have their narrow row. */
export async function listNarrowLines(
  facts: FactsDatabase,
  { projectId, runId }: RunKey,
  { table, from }: { readonly table: 'attempts' | 'verdicts'; readonly from: number },
): Promise<ReadonlySet<number>> {
  const rows = await readFacts<{ line: number }>(facts, {
    text: `select line from ${table}
      where project_id = {projectId:UUID} and run_id = {runId:UUID} and line >= {from:UInt32}`,
    params: { projectId, runId, from },
  })
  return new Set(rows.map(({ line }) => line))
}
