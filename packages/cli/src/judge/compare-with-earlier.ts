import { ok, type Result } from '@assay/core'
import { compareJudges } from '@assay/core/judging/calibration'
import { defaultMargin } from '@assay/core/statistics'
import { readEvaluationConfiguration } from '../evaluation/read-evaluation-configuration.ts'
import type { Workspace } from '../workspace.ts'
import type { NamedComparison } from './describe-judge-comparison.ts'
import { verdictsOf, type MeasuredRun } from './measure-run.ts'
import { openLabelledRun } from './open-labelled-run.ts'

/** The judge against its own version before, on the same labelled answers; `null`: it judged them in no other version. */
export async function compareWithEarlier(
  workspace: Workspace,
  { run, labels }: MeasuredRun,
): Promise<Result<NamedComparison | null>> {
  const { judge, answersOf } = run.configuration
  const earlier = (await workspace.runs.list()).findLast((manifest) => {
    const read = readEvaluationConfiguration(manifest)
    return (
      read.ok &&
      answersOf !== undefined &&
      read.value.answersOf === answersOf &&
      read.value.judge.id === judge.id &&
      read.value.judge.version !== judge.version
    )
  })
  if (earlier === undefined) return ok(null)
  const before = await openLabelledRun(workspace, earlier.name)
  if (!before.ok) return before
  const verdicts = { first: verdictsOf(before.value), second: verdictsOf(run) }
  return ok({
    judges: { first: before.value.configuration.judge, second: judge },
    ...compareJudges(labels, verdicts, defaultMargin),
  })
}
