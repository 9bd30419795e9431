import type { RunManifest } from '@assay/contracts'
import type { RunTable } from '@assay/core'
import type { ReadLinesOfRun } from '@assay/storage/clickhouse'
import { readEvaluationRun } from '@assay/storage/postgres'
import type { Hub } from '../../hub.ts'
import { countLines, readLinesOf } from '../acknowledged-lines.ts'

/** What a job on the thread needs to read the rows of a run, beside the port that gives them. */
export interface RunLines {
  readonly manifest: RunManifest
  readonly lines: Readonly<Partial<Record<RunTable, number>>>
}

// A type and no interface: it crosses to the thread as a record of ports.
export type LinesPort = { readLines: ReadLinesOfRun }

/** `null`: there is no such evaluation, or nothing of it came yet. */
export async function readRunLines(
  parts: Pick<Hub, 'control' | 'facts'>,
  evaluationId: string,
): Promise<{ readonly input: RunLines; readonly ports: LinesPort } | null> {
  const run = await readEvaluationRun(parts.control, evaluationId)
  if (run === null || run.manifest === null) return null
  return {
    input: { manifest: run.manifest, lines: await countLines(parts, evaluationId) },
    ports: { readLines: readLinesOf(parts, run) },
  }
}
