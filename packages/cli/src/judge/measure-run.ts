import type { JudgeLabel } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import {
  costOfVerdicts,
  measureLabelledJudge,
  toVerdict,
  type JudgeMeasurement,
  type VerdictOf,
} from '@assay/core/judging/calibration'
import type { Workspace } from '../workspace.ts'
import { openLabelledRun, type LabelledRun } from './open-labelled-run.ts'
import { readLabels, readLabelsIfThere } from './read-labels.ts'

export interface MeasuredRun {
  readonly run: LabelledRun
  readonly labels: readonly JudgeLabel[]
  readonly measurement: JudgeMeasurement
  /** What the judge cost for each thousand of its verdicts; `null`: not known. */
  readonly usdPer1000Verdicts: number | null
}

/** Measures the judge of a run on the labels of its answers, and on those of other files that judge the same judge. */
export async function measureRun(
  workspace: Workspace,
  name: string,
  files: readonly string[],
): Promise<Result<MeasuredRun>> {
  const run = await openLabelledRun(workspace, name)
  if (!run.ok) return run
  const labels = await readRunLabels(workspace, [run.value], files)
  if (!labels.ok) return labels
  const measurement = measureLabelledJudge(labels.value, verdictsOf(run.value))
  const reader = await workspace.runs.read(name)
  if (!reader.ok) return reader
  const usdPer1000Verdicts = await costOfVerdicts(reader.value, run.value.answers.length)
  return measurement.labelled > 0
    ? ok({ run: run.value, labels: labels.value, measurement, usdPer1000Verdicts })
    : failUnlabelled(name)
}

export const failUnlabelled = (run: string): Result<never> =>
  fail(createError('ASSAY-7021', { where: run, fix: `label some of its answers: assay judge label ${run}` }))

/** Those in the folders of the runs, and those of the given files, which must be there; a file named twice counts once. */
export async function readRunLabels(
  workspace: Workspace,
  runs: readonly Pick<LabelledRun, 'labelFile'>[],
  files: readonly string[],
): Promise<Result<readonly JudgeLabel[]>> {
  const labels: JudgeLabel[] = []
  const own = new Set(runs.map(({ labelFile }) => labelFile))
  for (const file of own) {
    const read = await readLabelsIfThere(workspace, file)
    if (!read.ok) return read
    labels.push(...read.value)
  }
  const others = await readLabels(
    workspace,
    [...new Set(files)].filter((file) => !own.has(file)),
  )
  return others.ok ? ok([...labels, ...others.value]) : others
}

/** What the judge of a run says of a labelled answer: today's verdict of its own answers, the stored one of others. */
export function verdictsOf({ answers, answersId, configuration }: LabelledRun): VerdictOf {
  const verdicts = new Map(answers.map(({ unit, verdict }) => [unit, toVerdict(verdict)]))
  const { id, version } = configuration.judge
  return ({ runId, unit, judge, verdict }) => {
    if (runId === answersId) return verdicts.get(unit) ?? null
    return judge.id === id && judge.version === version ? verdict : null
  }
}
