import type { RunTable } from '@assay/core'
import { readRunLines } from '@assay/storage/clickhouse'
import { readRunTables, type EvaluationRun } from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'

/** Rows of each table that were acknowledged: those behind are still being written. */
export async function countLines(
  { control }: Pick<Hub, 'control'>,
  runId: string,
): Promise<Record<RunTable, number>> {
  const tables = await readRunTables(control, runId)
  const lines = (table: RunTable): number => tables.get(table)?.next ?? 0
  return {
    cases: lines('cases'),
    contexts: lines('contexts'),
    units: lines('units'),
    attempts: lines('attempts'),
    verdicts: lines('verdicts'),
    calls: lines('calls'),
    candidates: lines('candidates'),
  }
}

/** Rows of a run as they were sent, by lines. */
export const readLinesOf =
  ({ facts }: Pick<Hub, 'facts'>, { id, projectId }: Pick<EvaluationRun, 'id' | 'projectId'>) =>
  (range: { readonly table: RunTable; readonly from: number; readonly to: number }) =>
    readRunLines(facts, { projectId, runId: id }, range)
