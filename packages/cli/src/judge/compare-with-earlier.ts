import { compareJudges } from '@assay/core/judging/calibration'
import { defaultMargin } from '@assay/core/statistics'
import { readEvaluationConfiguration } from '../evaluation/read-evaluation-configuration.ts'
import type { Workspace } from '../workspace.ts'
import type { NamedComparison } from './describe-judge-comparison.ts'
import { verdictsOf, type MeasuredRun } from './measure-run.ts'
import { findAnswers, openLabelledRun, type LabelledRun } from './open-labelled-run.ts'

/** The judge against its own version before, on the same labelled answers; `null`: it judged them in no other version. */
export async function compareWithEarlier(
  workspace: Workspace,
  { run, labels }: MeasuredRun,
): Promise<NamedComparison | null> {
  const before = await findEarlier(workspace, run)
  if (before === null) return null
  const verdicts = { first: verdictsOf(before), second: verdictsOf(run) }
  return {
    judges: { first: before.configuration.judge, second: run.configuration.judge },
    ...compareJudges(labels, verdicts, defaultMargin),
  }
}

/** The last run before this one in which another version of its judge judged the same answers; one that judged none is passed over. */
async function findEarlier(
  workspace: Workspace,
  { manifest: { createdAt }, configuration: { judge }, answersId }: LabelledRun,
): Promise<LabelledRun | null> {
  const earlier = (await workspace.runs.list())
    .filter((manifest) => manifest.kind === 'evaluation' && manifest.createdAt < createdAt)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  for (const manifest of earlier) {
    const read = readEvaluationConfiguration(manifest)
    if (!read.ok || read.value.judge.id !== judge.id || read.value.judge.version === judge.version) continue
    if ((await findAnswers(workspace, manifest, read.value)).answersId !== answersId) continue
    const opened = await openLabelledRun(workspace, manifest.name)
    if (opened.ok) return opened.value
  }
  return null
}
