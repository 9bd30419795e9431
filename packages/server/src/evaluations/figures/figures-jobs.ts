import type { EvaluationSummary, RunManifest } from '@assay/contracts'
import type { RunTable } from '@assay/core'
import { createRunFactsReader, type ReadLinesOfRun, type StoredResult } from '@assay/storage/clickhouse'
import { correctRate } from '../../annotations/correct-rate.ts'
import { drawRows } from '../../annotations/draw-rows.ts'
import { readFindings, type FindingsFile } from '../../findings/read-findings.ts'
import { measureRequirements } from '../../reviews/measure-requirements.ts'
import { compareFigures, type ComparisonInput, type ComparisonPorts } from './compare-figures.ts'
import { makeFigures, type MadeFigures } from './make-figures.ts'

export interface SummaryJob {
  readonly manifest: RunManifest
  readonly lines: Readonly<Partial<Record<RunTable, number>>>
  readonly folder: string
  readonly judgeMeasured: EvaluationSummary['judge']['measured']
}

// A type and no interface: it crosses to the thread as a record of ports.
export type SummaryPorts = {
  readonly readLines: ReadLinesOfRun
  readonly giveResults: (results: readonly StoredResult[]) => Promise<void>
}

/** What is computed away from the hub's own thread, by name: plain values in and out, everything else asked for by ports. */
export const figuresJobs = {
  summarise: (
    { manifest, lines, folder, judgeMeasured }: SummaryJob,
    ports: SummaryPorts,
  ): Promise<MadeFigures> =>
    makeFigures(
      { run: createRunFactsReader({ manifest, lines, read: ports.readLines }), folder, judgeMeasured },
      ports.giveResults,
    ),
  compare: (input: ComparisonInput, ports: ComparisonPorts) => compareFigures(input, ports),
  measureRequirements,
  correctRate,
  drawRows,
  readFindings: async (file: FindingsFile, _noPorts: Readonly<Record<string, never>>) => readFindings(file),
} as const

export type FiguresJobs = typeof figuresJobs
export type FiguresJobName = keyof FiguresJobs
