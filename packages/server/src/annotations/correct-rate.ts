import type { JudgeCorrection, JudgeLabel } from '@assay/contracts'
import { correctJudgedRate, readRunVerdicts, type JudgedRun } from '@assay/core/judging/calibration'
import { openFinishedRows } from '@assay/core/runs'
import { createRunFactsReader } from '@assay/storage/clickhouse'
import type { LinesPort, RunLines } from '../evaluations/figures/run-lines.ts'

export interface CorrectionJob extends RunLines, Omit<JudgedRun, 'verdicts'> {
  readonly labels: readonly JudgeLabel[]
}

/** The judged rate of a run with the judge's error taken out. */
export async function correctRate(
  { manifest, lines, labels, ...of }: CorrectionJob,
  { readLines }: LinesPort,
): Promise<JudgeCorrection | null> {
  const reader = createRunFactsReader({ manifest, lines, read: readLines })
  return correctJudgedRate(
    { ...of, verdicts: await readRunVerdicts(reader, openFinishedRows(reader)) },
    labels,
  )
}
