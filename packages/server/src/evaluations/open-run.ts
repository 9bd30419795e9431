import type { RunReader, RunTable } from '@assay/core'
import { createRunFactsReader, readRunLines } from '@assay/storage/clickhouse'
import { readEvaluationRun, readRunTables, type EvaluationRun } from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'

type Parts = Pick<Hub, 'control' | 'facts'>

/** The rows of an evaluation, read as a run folder is; `null`: there is none, or nothing came yet. */
export async function openRunReader(parts: Parts, evaluationId: string): Promise<RunReader | null> {
  const run = await readEvaluationRun(parts.control, evaluationId)
  if (run === null || run.manifest === null) return null
  return createRunFactsReader({
    manifest: run.manifest,
    lines: await countLines(parts, evaluationId),
    read: readLinesOf(parts, run),
  })
}

/** Rows of each table that were acknowledged: those behind are still being written. */
export async function countLines(
  { control }: Pick<Parts, 'control'>,
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

export const readLinesOf =
  ({ facts }: Pick<Parts, 'facts'>, { id, projectId }: Pick<EvaluationRun, 'id' | 'projectId'>) =>
  (range: { readonly table: RunTable; readonly from: number; readonly to: number }) =>
    readRunLines(facts, { projectId, runId: id }, range)
